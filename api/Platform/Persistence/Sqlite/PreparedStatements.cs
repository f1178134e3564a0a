using System.Data;
using Microsoft.Data.Sqlite;

namespace Jizhou.Public.Api.Platform.Persistence.Sqlite;

/// <summary>
/// The prepared statements of one connection, by their text, which must therefore hold no values. Kept are single statements that read or change rows and savepoints;
/// scripts and changes of the schema are run as they come. SQLite itself prepares a kept statement anew when the schema has changed.
/// </summary>
internal sealed class PreparedStatements : IDisposable
{
    private const int MostKept = 500;
    private static readonly string[] Kept = ["SELECT", "INSERT", "UPDATE", "DELETE", "WITH", "SAVEPOINT", "RELEASE"];
    private readonly Dictionary<string, Statement> _statements = new(StringComparer.Ordinal);

    /// <summary>Runs what a command says by the kept statement; null when none is kept, or when an answer of the same statement is still being read.</summary>
    public SqliteDataReader? Run(SqliteCommand command, CommandBehavior behavior)
    {
        if (!_statements.TryGetValue(command.CommandText, out var statement))
        {
            if (_statements.Count >= MostKept || !IsKept(command.CommandText))
            {
                return null;
            }

            statement = new Statement(command.Connection!, command.CommandText);
            _statements.Add(command.CommandText, statement);
        }

        return statement.Run(command, behavior);
    }

    /// <inheritdoc />
    public void Dispose()
    {
        foreach (var statement in _statements.Values)
        {
            statement.Dispose();
        }

        _statements.Clear();
    }

    private static bool IsKept(string text)
    {
        var trimmed = text.AsSpan().Trim();
        foreach (var verb in Kept)
        {
            if (trimmed.StartsWith(verb, StringComparison.OrdinalIgnoreCase))
            {
                return !trimmed.TrimEnd(';').Contains(';');
            }
        }

        return false;
    }

    private sealed class Statement : IDisposable
    {
        private readonly SqliteCommand _prepared;
        private SqliteDataReader? _reading;

        public Statement(SqliteConnection connection, string text)
        {
            // Not the connection's own way of making commands: that one leads here.
            _prepared = new SqliteCommand(text, connection);
        }

        public SqliteDataReader? Run(SqliteCommand command, CommandBehavior behavior)
        {
            if (_reading is { IsClosed: false })
            {
                return null;
            }

            TakeValues(command.Parameters);
            _prepared.Transaction = command.Transaction;
            _prepared.Prepare(); // does nothing when it is
            _reading = _prepared.ExecuteReader(behavior);
            return _reading;
        }

        public void Dispose() => _prepared.Dispose();

        // Values alone as a rule: the same text is asked with the same names by the same code.
        private void TakeValues(SqliteParameterCollection given)
        {
            var mine = _prepared.Parameters;
            var same = mine.Count == given.Count;
            for (var i = 0; same && i < given.Count; i++)
            {
                same = string.Equals(mine[i].ParameterName, given[i].ParameterName, StringComparison.Ordinal);
            }

            if (!same)
            {
                mine.Clear();
                foreach (SqliteParameter parameter in given)
                {
                    mine.Add(new SqliteParameter { ParameterName = parameter.ParameterName });
                }
            }

            for (var i = 0; i < given.Count; i++)
            {
                mine[i].Value = given[i].Value;
            }
        }
    }
}
