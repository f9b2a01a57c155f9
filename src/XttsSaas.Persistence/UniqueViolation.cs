using Microsoft.Data.Sqlite;
using Npgsql;

namespace XttsSaas.Persistence;

/// <summary>Tells a broken unique constraint from other database errors, on both databases.</summary>
internal static class UniqueViolation
{
    private const int SqliteConstraint = 19;

    public static bool Caused(DbUpdateException exception) => exception.InnerException switch
    {
        SqliteException sqlite => sqlite.SqliteErrorCode == SqliteConstraint,
        PostgresException postgres => postgres.SqlState == PostgresErrorCodes.UniqueViolation,
        _ => false,
    };
}
