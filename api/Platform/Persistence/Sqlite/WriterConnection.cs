using Microsoft.Data.Sqlite;

namespace Jizhou.Public.Api.Platform.Persistence.Sqlite;

/// <summary>
/// The connection of the one writer. It keeps what it has prepared: a booking runs some twenty statements, always the same, and SQLite spends more time on
/// reading one than on running it. Whoever uses it sees an ordinary connection.
/// </summary>
public sealed class WriterConnection(string connectionString) : SqliteConnection(connectionString)
{
    private readonly PreparedStatements _prepared = new();

    /// <inheritdoc />
    public override SqliteCommand CreateCommand() => new WriterCommand(_prepared)
    {
        Connection = this,
        CommandTimeout = DefaultTimeout,
        Transaction = Transaction,
    };

    /// <inheritdoc />
    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            _prepared.Dispose();
        }

        base.Dispose(disposing);
    }

    // A command whose statement is kept after it is disposed of.
    private sealed class WriterCommand(PreparedStatements prepared) : SqliteCommand
    {
        public override SqliteDataReader ExecuteReader(System.Data.CommandBehavior behavior) =>
            prepared.Run(this, behavior) ?? base.ExecuteReader(behavior);
    }
}
