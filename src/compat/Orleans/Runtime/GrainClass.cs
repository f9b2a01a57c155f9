using System.Reflection;
using Orleans.Concurrency;
using Orleans.Serialization.Invocation;

namespace Orleans.Runtime;

/// <summary>A grain class: its name, how it is made and which calls may interleave.</summary>
internal sealed class GrainClass
{
    private readonly Func<IServiceProvider, Activation, object> _create;

    public GrainClass(Type type)
    {
        Type = type;
        GrainType = GrainType.Create(NameOf(type));
        IsReentrant = type.IsDefined(typeof(ReentrantAttribute), inherit: true);
        StatelessWorker = type.GetCustomAttribute<StatelessWorkerAttribute>(inherit: true);
        MayInterleave = FindPredicate(type);
        if (type.IsDefined(typeof(KeepAliveAttribute), inherit: true))
            CollectionAge = Timeout.InfiniteTimeSpan;
        else
            CollectionAge = type.GetCustomAttribute<CollectionAgeLimitAttribute>(inherit: true)?.AgeLimit;
        _create = GrainFactoryMethod.For(type);
    }

    public Type Type { get; }

    public GrainType GrainType { get; }

    public bool IsReentrant { get; }

    public StatelessWorkerAttribute? StatelessWorker { get; }

    public Func<IInvokable, bool>? MayInterleave { get; }

    /// <summary>The class's own collection age; infinite for never, null for the host's.</summary>
    public TimeSpan? CollectionAge { get; }

    public object Create(IServiceProvider services, Activation activation) => _create(services, activation);

    /// <summary>The name given by [GrainType], or the class name in lower case without the word "grain" at its end.</summary>
    private static string NameOf(Type type)
    {
        if (type.GetCustomAttribute<GrainTypeAttribute>(inherit: false) is { } given)
            return given.GrainType;

        var name = type.Name.ToLowerInvariant();
        return name.EndsWith("grain", StringComparison.Ordinal) && name.Length > 5 ? name[..^5] : name;
    }

    private static Func<IInvokable, bool>? FindPredicate(Type type)
    {
        if (type.GetCustomAttribute<MayInterleaveAttribute>(inherit: true) is not { } attribute)
            return null;

        var method = type.GetMethod(
            attribute.CallbackMethodName, BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.FlattenHierarchy);
        return method?.CreateDelegate<Func<IInvokable, bool>>() ?? throw new InvalidOperationException(
            $"Class {type.FullName} doesn't declare public static method with name {attribute.CallbackMethodName} specified in MayInterleave attribute");
    }
}
