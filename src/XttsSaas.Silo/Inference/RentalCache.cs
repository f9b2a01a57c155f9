namespace XttsSaas.Silo.Inference;

/// <summary>
/// Keeps costly values by key. A value is made once however many ask for it, lives at least as long as it is rented,
/// and is given up when more than <paramref name="capacity"/> are kept: the longest unused first. One that could not be
/// made is made anew for the next who asks.
/// </summary>
internal sealed class RentalCache<T>(int capacity, Func<string, T> make) : IDisposable
    where T : class
{
    private readonly Lock _gate = new();
    private readonly Dictionary<string, Entry> _entries = new(StringComparer.Ordinal);
    private long _clock;

    public int Count
    {
        get
        {
            lock (_gate)
                return _entries.Count;
        }
    }

    /// <summary>The value of a key; rented until disposed. Making it happens on a thread of the pool.</summary>
    public async Task<Rental> RentAsync(string key, CancellationToken cancellationToken)
    {
        Entry? entry;
        lock (_gate)
        {
            if (!_entries.TryGetValue(key, out entry))
                _entries.Add(key, entry = new Entry(key, Task.Run(() => make(key))));
            entry.Users++;
            entry.LastUse = ++_clock;
        }
        try
        {
            return new Rental(this, entry, await entry.Value.WaitAsync(cancellationToken));
        }
        catch
        {
            lock (_gate)
            {
                if (entry.Value.IsFaulted && _entries.GetValueOrDefault(key) == entry)
                    _entries.Remove(key);
            }
            Return(entry);
            throw;
        }
    }

    public void Dispose()
    {
        lock (_gate)
        {
            foreach (var entry in _entries.Values)
                GiveUp(entry);
            _entries.Clear();
        }
    }

    private void Return(Entry entry)
    {
        lock (_gate)
        {
            entry.Users--;
            while (_entries.Count > capacity && _entries.Values.Where(e => e.Users == 0).MinBy(e => e.LastUse) is { } oldest)
            {
                _entries.Remove(oldest.Key);
                GiveUp(oldest);
            }
        }
    }

    private static void GiveUp(Entry entry)
    {
        if (entry.Value.IsCompletedSuccessfully)
            _ = entry.Value.ContinueWith(static made => (made.GetAwaiter().GetResult() as IDisposable)?.Dispose(), TaskScheduler.Default);
    }

    internal sealed class Rental(RentalCache<T> cache, Entry entry, T value) : IDisposable
    {
        private int _returned;

        public T Value { get; } = value;

        public void Dispose()
        {
            if (Interlocked.Exchange(ref _returned, 1) == 0)
                cache.Return(entry);
        }
    }

    internal sealed class Entry(string key, Task<T> value)
    {
        public string Key { get; } = key;

        public Task<T> Value { get; } = value;

        public int Users { get; set; }

        public long LastUse { get; set; }
    }
}
