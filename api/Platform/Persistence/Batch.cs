using System.Collections.Concurrent;
using System.Data.Common;
using System.Globalization;
using System.Text.RegularExpressions;

namespace Jizhou.Public.Api.Platform.Persistence;

/// <summary>
/// Statements that are sent together and run in their order, each seeing what the ones before it did: on PostgreSQL one way over the network for all, on SQLite one
/// after the other. Values are given by name (<c>@slot</c> as <c>("slot", slot)</c>). Add statements, run, then read the answers.
/// </summary>
public sealed partial class Batch(DbConnection connection, DbTransaction? transaction)
{
    // Npgsql reads a text with names anew each time; with $1, $2 it takes it as it is. The texts are constants of the program, so this stays small.
    private static readonly ConcurrentDictionary<string, Numbered> NumberedTexts = new(StringComparer.Ordinal);

    private readonly List<Statement> _statements = [];

    /// <summary>In a transaction that has not ended.</summary>
    public Batch(DbTransaction transaction)
        : this(transaction.Open(), transaction)
    {
    }

    /// <summary>A statement that answers no rows.</summary>
    public void Do(string sql, params (string Name, object? Value)[] values) => _statements.Add(new Statement(sql, values, null));

    /// <summary>A query: its first row, or <paramref name="none"/> when it has no rows.</summary>
    public Answer<T> Ask<T>(string sql, Func<DbDataReader, T> read, T none, params (string Name, object? Value)[] values)
    {
        var answer = new Answer<T>(none);
        _statements.Add(new Statement(sql, values, reader => answer.Value = reader.Read() ? read(reader) : none));
        return answer;
    }

    /// <summary>A query for one number; 0 when it has no rows. A change that ends in <c>RETURNING 1</c> tells so whether it happened.</summary>
    public Answer<long> AskNumber(string sql, params (string Name, object? Value)[] values) => Ask(sql, reader => reader.GetInt64(0), 0, values);

    /// <summary>Runs what was added since the last run.</summary>
    public async Task RunAsync()
    {
        if (_statements.Count == 0)
        {
            return;
        }

        if (connection.CanCreateBatch)
        {
            await RunTogetherAsync();
        }
        else
        {
            await RunOneByOneAsync();
        }

        _statements.Clear();
    }

    private async Task RunTogetherAsync()
    {
        await using var batch = connection.CreateBatch();
        batch.Transaction = transaction;
        foreach (var statement in _statements)
        {
            var command = batch.CreateBatchCommand();
            var text = NumberedTexts.GetOrAdd(statement.Sql, NumberedOf);
            command.CommandText = text.Sql;
            foreach (var name in text.Names)
            {
                command.Parameters.Add(Named(command.CreateParameter(), "", statement.ValueOf(name)));
            }

            batch.BatchCommands.Add(command);
        }

        await using var reader = await batch.ExecuteReaderAsync();
        foreach (var statement in _statements.Where(s => s.Read is not null))
        {
            statement.Read!(reader); // the reader passes over statements that answer no rows
            await reader.NextResultAsync();
        }

        while (await reader.NextResultAsync())
        {
            // What was not read may still have failed.
        }
    }

    private async Task RunOneByOneAsync()
    {
        foreach (var statement in _statements)
        {
            await using var command = connection.CreateCommand();
            command.Transaction = transaction;
            command.CommandText = statement.Sql;
            foreach (var (name, value) in statement.Values)
            {
                command.Parameters.Add(Named(command.CreateParameter(), "@" + name, value));
            }

            await using var reader = await command.ExecuteReaderAsync();
            statement.Read?.Invoke(reader);
        }
    }

    private static Numbered NumberedOf(string sql)
    {
        List<string> names = [];
        var text = Name().Replace(sql, match =>
        {
            var name = match.Groups["name"].Value;
            if (!names.Contains(name, StringComparer.Ordinal))
            {
                names.Add(name);
            }

            return string.Create(CultureInfo.InvariantCulture, $"${names.IndexOf(name) + 1}");
        });
        return new Numbered(text, [.. names]);
    }

    private static DbParameter Named(DbParameter parameter, string name, object? value)
    {
        parameter.ParameterName = name;
        parameter.Value = value ?? DBNull.Value;
        return parameter;
    }

    [GeneratedRegex("@(?<name>[A-Za-z][A-Za-z0-9]*)", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 200)]
    private static partial Regex Name();

    private sealed record Numbered(string Sql, string[] Names);

    private sealed record Statement(string Sql, (string Name, object? Value)[] Values, Action<DbDataReader>? Read)
    {
        public object? ValueOf(string name)
        {
            foreach (var (given, value) in Values)
            {
                if (string.Equals(given, name, StringComparison.Ordinal))
                {
                    return value;
                }
            }

            throw new ArgumentException($"The statement asks for @{name}, which was not given: {Sql}", nameof(name));
        }
    }
}

/// <summary>What a statement of a <see cref="Batch"/> will have answered once the batch has run.</summary>
public sealed class Answer<T>(T none)
{
    /// <summary>The answer; before the run what stands for no rows.</summary>
    public T Value { get; internal set; } = none;
}
