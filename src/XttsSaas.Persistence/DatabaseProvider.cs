namespace XttsSaas.Persistence;

public enum DatabaseProvider
{
    Sqlite,
    Postgres,
}
