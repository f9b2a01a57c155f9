using System.Collections.Concurrent;
using System.Linq.Expressions;
using System.Reflection;
using Orleans.Concurrency;
using Orleans.Isolation;

namespace Orleans.Calls;

/// <summary>What the host knows about one method of a grain interface; built once, then only read.</summary>
internal sealed class MethodDescriptor
{
    private static readonly ConcurrentDictionary<MethodInfo, MethodDescriptor> Cache = new();

    private readonly bool[] _copied;

    private MethodDescriptor(MethodInfo method)
    {
        Method = method;
        InterfaceType = method.DeclaringType!;
        InterfaceName = InterfaceNames.Of(InterfaceType);
        var parameters = method.GetParameters();
        ParameterTypes = Array.ConvertAll(parameters, parameter => parameter.ParameterType);
        _copied = Array.ConvertAll(parameters, parameter =>
            !parameter.IsDefined(typeof(ImmutableAttribute)) && !DeepCopier.IsImmutable(parameter.ParameterType));
        CopiesArguments = _copied.Contains(true);
        CancellationIndex = Array.IndexOf(ParameterTypes, typeof(CancellationToken));
        IsOneWay = method.IsDefined(typeof(OneWayAttribute)) || method.ReturnType == typeof(void);
        IsReadOnly = method.IsDefined(typeof(ReadOnlyAttribute));
        IsAlwaysInterleave = method.IsDefined(typeof(AlwaysInterleaveAttribute));
        ResponseTimeout = method.GetCustomAttribute<ResponseTimeoutAttribute>()?.Timeout;
        Returns = ReturnAdapter.For(method);
        CopiesResult = !method.ReturnParameter.IsDefined(typeof(ImmutableAttribute))
            && !DeepCopier.IsImmutable(Returns.ValueType);
        Call = Compile(method, parameters);
    }

    public MethodInfo Method { get; }

    public Type InterfaceType { get; }

    public string InterfaceName { get; }

    public Type[] ParameterTypes { get; }

    /// <summary>The position of the CancellationToken parameter, or -1.</summary>
    public int CancellationIndex { get; }

    public bool IsOneWay { get; }

    public bool IsReadOnly { get; }

    public bool IsAlwaysInterleave { get; }

    public bool CopiesArguments { get; }

    public bool CopiesResult { get; }

    public TimeSpan? ResponseTimeout { get; }

    public ReturnAdapter Returns { get; }

    /// <summary>Calls the method on a target and returns what it returned (null for void).</summary>
    public Func<object, object?[], object?> Call { get; }

    public static MethodDescriptor For(MethodInfo method) => Cache.GetOrAdd(method, static key => new(key));

    /// <summary>The arguments that the grain gets: its own copies, in an array of its own.</summary>
    public object?[] CopyArguments(object?[] arguments)
    {
        if (!CopiesArguments)
            return arguments;

        // One context for all arguments keeps an object that is passed twice one object.
        var copies = new object?[arguments.Length];
        var context = new CopyContext();
        for (var i = 0; i < arguments.Length; i++)
            copies[i] = _copied[i] ? context.Copy(arguments[i]) : arguments[i];

        return copies;
    }

    private static Func<object, object?[], object?> Compile(MethodInfo method, ParameterInfo[] parameters)
    {
        if (parameters.Any(parameter => parameter.ParameterType.IsByRef))
            throw new NotSupportedException($"{method.DeclaringType}.{method.Name}: ref and out parameters cannot cross a grain call.");

        var target = Expression.Parameter(typeof(object));
        var arguments = Expression.Parameter(typeof(object[]));
        var call = Expression.Call(
            Expression.Convert(target, method.DeclaringType!),
            method,
            parameters.Select((parameter, i) => Expression.Convert(
                Expression.ArrayIndex(arguments, Expression.Constant(i)), parameter.ParameterType)));
        Expression body = method.ReturnType == typeof(void)
            ? Expression.Block(call, Expression.Constant(null))
            : Expression.Convert(call, typeof(object));
        return Expression.Lambda<Func<object, object?[], object?>>(body, target, arguments).Compile();
    }
}
