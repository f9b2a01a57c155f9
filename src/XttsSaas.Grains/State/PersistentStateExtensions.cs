namespace XttsSaas.Grains.State;

/// <summary>State changes that either are stored or did not happen.</summary>
internal static class PersistentStateExtensions
{
    /// <summary>Stores <paramref name="next"/>; when that fails the grain keeps the state that is stored.</summary>
    public static async Task SaveAsync<T>(this IPersistentState<T> storage, T next)
    {
        var previous = storage.State;
        storage.State = next;
        try
        {
            await storage.WriteStateAsync();
        }
        catch
        {
            storage.State = previous;
            throw;
        }
    }

    /// <summary>Removes the stored state; the grain is as it was before it was created.</summary>
    public static async Task RemoveAsync<T>(this IPersistentState<T> storage)
        where T : new()
    {
        await storage.ClearStateAsync();
        storage.State = new T();
    }
}
