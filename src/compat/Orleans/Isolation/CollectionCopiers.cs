using System.Collections;
using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Collections.ObjectModel;
using System.Runtime.CompilerServices;

namespace Orleans.Isolation;

/// <summary>Rebuilds the framework's collections and tuples, with their comparers and their order.</summary>
internal static class CollectionCopiers
{
    private static readonly Dictionary<Type, string> Builders = new()
    {
        [typeof(List<>)] = nameof(List),
        [typeof(Queue<>)] = nameof(Queue),
        [typeof(Stack<>)] = nameof(Stack),
        [typeof(LinkedList<>)] = nameof(LinkedList),
        [typeof(HashSet<>)] = nameof(HashSet),
        [typeof(SortedSet<>)] = nameof(SortedSet),
        [typeof(Dictionary<,>)] = nameof(Dictionary),
        [typeof(SortedDictionary<,>)] = nameof(SortedDictionary),
        [typeof(SortedList<,>)] = nameof(SortedList),
        [typeof(ConcurrentDictionary<,>)] = nameof(ConcurrentDictionary),
        [typeof(ConcurrentQueue<>)] = nameof(ConcurrentQueue),
        [typeof(Collection<>)] = nameof(Collection),
        [typeof(ReadOnlyCollection<>)] = nameof(ReadOnlyCollection),
        [typeof(ReadOnlyDictionary<,>)] = nameof(ReadOnlyDictionary),
        [typeof(ImmutableArray<>)] = nameof(ImmutableArrayOf),
        [typeof(ImmutableList<>)] = nameof(ImmutableListOf),
        [typeof(ImmutableDictionary<,>)] = nameof(ImmutableDictionaryOf),
        [typeof(KeyValuePair<,>)] = nameof(KeyValuePairOf),
        [typeof(ArraySegment<>)] = nameof(ArraySegmentOf),
        [typeof(Memory<>)] = nameof(MemoryOf),
        [typeof(ReadOnlyMemory<>)] = nameof(ReadOnlyMemoryOf),
    };

    private delegate object Copier(object value, CopyContext context);

    public static TypeCopier? For(Type type)
    {
        if (type == typeof(object))
            return new DelegateCopier(static (_, _) => new object());
        if (type == typeof(BitArray))
            return new DelegateCopier(static (value, _) => new BitArray((BitArray)value));
        if (!type.IsGenericType)
            return null;
        if (typeof(ITuple).IsAssignableFrom(type))
            return new TupleCopier(type);

        return Builders.TryGetValue(type.GetGenericTypeDefinition(), out var builder)
            ? new DelegateCopier(typeof(CollectionCopiers)
                .GetMethod(builder, System.Reflection.BindingFlags.Static | System.Reflection.BindingFlags.NonPublic)!
                .MakeGenericMethod(type.GetGenericArguments()).CreateDelegate<Copier>())
            : null;
    }

    private static T Item<T>(T value, CopyContext context) => (T)context.Copy(value)!;

    private static TCollection Fill<TCollection, T>(TCollection copy, IEnumerable<T> source, Action<TCollection, T> add, CopyContext context)
        where TCollection : class
    {
        context.Remember(source, copy);
        foreach (var item in source)
            add(copy, Item(item, context));

        return copy;
    }

    private static object List<T>(object value, CopyContext context)
    {
        var source = (List<T>)value;
        if (DeepCopier.IsImmutable(typeof(T)))
        {
            var copy = new List<T>(source);
            context.Remember(source, copy);
            return copy;
        }

        return Fill(new List<T>(source.Count), source, static (list, item) => list.Add(item), context);
    }

    private static object Queue<T>(object value, CopyContext context) =>
        Fill(new Queue<T>(), (Queue<T>)value, static (queue, item) => queue.Enqueue(item), context);

    private static object Stack<T>(object value, CopyContext context)
    {
        var copy = new Stack<T>();
        context.Remember(value, copy);
        foreach (var item in ((Stack<T>)value).Reverse())
            copy.Push(Item(item, context));

        return copy;
    }

    private static object LinkedList<T>(object value, CopyContext context) =>
        Fill(new LinkedList<T>(), (LinkedList<T>)value, static (list, item) => list.AddLast(item), context);

    private static object HashSet<T>(object value, CopyContext context)
    {
        var source = (HashSet<T>)value;
        return Fill(new HashSet<T>(source.Count, source.Comparer), source, static (set, item) => set.Add(item), context);
    }

    private static object SortedSet<T>(object value, CopyContext context)
    {
        var source = (SortedSet<T>)value;
        return Fill(new SortedSet<T>(source.Comparer), source, static (set, item) => set.Add(item), context);
    }

    private static object Dictionary<TKey, TValue>(object value, CopyContext context) where TKey : notnull
    {
        var source = (Dictionary<TKey, TValue>)value;
        return Pairs(new Dictionary<TKey, TValue>(source.Count, source.Comparer), source, context);
    }

    private static object SortedDictionary<TKey, TValue>(object value, CopyContext context) where TKey : notnull
    {
        var source = (SortedDictionary<TKey, TValue>)value;
        return Pairs(new SortedDictionary<TKey, TValue>(source.Comparer), source, context);
    }

    private static object SortedList<TKey, TValue>(object value, CopyContext context) where TKey : notnull
    {
        var source = (SortedList<TKey, TValue>)value;
        return Pairs(new SortedList<TKey, TValue>(source.Comparer), source, context);
    }

    private static object ConcurrentDictionary<TKey, TValue>(object value, CopyContext context) where TKey : notnull
    {
        var source = (ConcurrentDictionary<TKey, TValue>)value;
        return Pairs(new ConcurrentDictionary<TKey, TValue>(source.Comparer), source, context);
    }

    private static TDictionary Pairs<TDictionary, TKey, TValue>(
        TDictionary copy, IDictionary<TKey, TValue> source, CopyContext context) where TDictionary : class, IDictionary<TKey, TValue>
    {
        context.Remember(source, copy);
        foreach (var (key, item) in source)
            copy.Add(Item(key, context), Item(item, context));

        return copy;
    }

    private static object ConcurrentQueue<T>(object value, CopyContext context) =>
        Fill(new ConcurrentQueue<T>(), (ConcurrentQueue<T>)value, static (queue, item) => queue.Enqueue(item), context);

    private static object Collection<T>(object value, CopyContext context) =>
        Fill(new Collection<T>(), (Collection<T>)value, static (list, item) => list.Add(item), context);

    private static object ReadOnlyCollection<T>(object value, CopyContext context) =>
        new ReadOnlyCollection<T>([.. ((ReadOnlyCollection<T>)value).Select(item => Item(item, context))]);

    private static object ReadOnlyDictionary<TKey, TValue>(object value, CopyContext context) where TKey : notnull =>
        new ReadOnlyDictionary<TKey, TValue>(((ReadOnlyDictionary<TKey, TValue>)value)
            .ToDictionary(pair => Item(pair.Key, context), pair => Item(pair.Value, context)));

    private static object ImmutableArrayOf<T>(object value, CopyContext context) => ((ImmutableArray<T>)value) is { IsDefault: false } source
        ? source.Select(item => Item(item, context)).ToImmutableArray()
        : value;

    private static object ImmutableListOf<T>(object value, CopyContext context) =>
        ((ImmutableList<T>)value).Select(item => Item(item, context)).ToImmutableList();

    private static object ImmutableDictionaryOf<TKey, TValue>(object value, CopyContext context) where TKey : notnull
    {
        var source = (ImmutableDictionary<TKey, TValue>)value;
        return source.ToImmutableDictionary(pair => Item(pair.Key, context), pair => Item(pair.Value, context), source.KeyComparer);
    }

    private static object KeyValuePairOf<TKey, TValue>(object value, CopyContext context)
    {
        var source = (KeyValuePair<TKey, TValue>)value;
        return KeyValuePair.Create(Item(source.Key, context), Item(source.Value, context));
    }

    private static object ArraySegmentOf<T>(object value, CopyContext context) =>
        new ArraySegment<T>([.. ((ArraySegment<T>)value).Select(item => Item(item, context))]);

    private static object MemoryOf<T>(object value, CopyContext context) =>
        new Memory<T>(Array.ConvertAll(((Memory<T>)value).ToArray(), item => Item(item, context)));

    private static object ReadOnlyMemoryOf<T>(object value, CopyContext context) =>
        new ReadOnlyMemory<T>(Array.ConvertAll(((ReadOnlyMemory<T>)value).ToArray(), item => Item(item, context)));

    private sealed class DelegateCopier(Copier copier) : TypeCopier
    {
        public override object Copy(object value, CopyContext context) => copier(value, context);
    }

    private sealed class TupleCopier(Type type) : TypeCopier
    {
        public override object Copy(object value, CopyContext context)
        {
            var source = (ITuple)value;
            var items = new object?[Math.Min(source.Length, 8)];
            for (var i = 0; i < items.Length; i++)
            {
                // The eighth element of a long tuple is a tuple itself.
                items[i] = i < 7
                    ? context.Copy(source[i])
                    : context.Copy(type.GetField("Rest")?.GetValue(value) ?? type.GetProperty("Rest")!.GetValue(value));
            }

            return Activator.CreateInstance(type, items)!;
        }
    }
}
