using System.Data;
using System.Data.Common;
using System.Globalization;
using System.Text;

namespace Jizhou.Public.Api.Platform.Persistence;

/// <summary>A column that rows are written into.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Type">String, Int64 or Double.</param>
public sealed record InsertColumn(string Name, DbType Type);

/// <summary>
/// Writes very many rows of one table in one transaction: on PostgreSQL some hundred in a statement (each statement is a way over the network), on
/// SQLite one prepared statement for each row (there the way costs nothing, and thousands of named parameters would). Add rows, then flush.
/// </summary>
public sealed class InsertRows(IDatabase database, DbTransaction transaction, string table, IReadOnlyList<InsertColumn> columns, string ending = "") : IAsyncDisposable
{
    private const int MostParameters = 30_000; // PostgreSQL takes 65,535
    private readonly int _most = database.Dialect == Dialect.Postgres ? Math.Clamp(MostParameters / columns.Count, 1, 1000) : 1;
    private readonly List<object?[]> _waiting = [];
    private DbCommand? _full;

    /// <summary>Takes a row: one value a column, null for NULL.</summary>
    public async Task AddAsync(params object?[] row)
    {
        _waiting.Add(row);
        if (_waiting.Count == _most)
        {
            _full ??= Command(_most);
            await WriteAsync(_full);
        }
    }

    /// <summary>Writes what still waits.</summary>
    public async Task FlushAsync()
    {
        if (_waiting.Count > 0)
        {
            await using var command = Command(_waiting.Count);
            await WriteAsync(command);
        }
    }

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        if (_full is not null)
        {
            await _full.DisposeAsync();
        }
    }

    private async Task WriteAsync(DbCommand command)
    {
        var at = 0;
        foreach (var value in _waiting.SelectMany(row => row))
        {
            command.Parameters[at++].Value = value ?? DBNull.Value;
        }

        _waiting.Clear();
        await command.ExecuteNonQueryAsync();
    }

    private DbCommand Command(int rows)
    {
        var command = transaction.Open().CreateCommand();
        command.Transaction = transaction;
        var text = new StringBuilder("INSERT INTO ").Append(table).Append(" (").AppendJoin(", ", columns.Select(column => column.Name)).Append(") VALUES ");
        for (var i = 0; i < rows * columns.Count; i++)
        {
            var column = i % columns.Count;
            text.Append(column > 0 ? ", " : i == 0 ? "(" : "), (").Append(database.Dialect == Dialect.Postgres ? '$' : '@').Append(CultureInfo.InvariantCulture, $"{i + 1}");
            var parameter = command.CreateParameter();
            parameter.ParameterName = database.Dialect == Dialect.Postgres ? "" : string.Create(CultureInfo.InvariantCulture, $"@{i + 1}");
            parameter.DbType = columns[column].Type;
            command.Parameters.Add(parameter);
        }

        command.CommandText = text.Append(") ").Append(ending).ToString();
        return command;
    }
}
