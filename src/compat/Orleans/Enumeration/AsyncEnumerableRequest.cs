using System.Reflection;
using Orleans.Calls;
using Orleans.Runtime;

namespace Orleans.Enumeration;

/// <summary>A streaming call as the caller holds it. Every enumeration of it runs the grain's method anew.</summary>
internal sealed class AsyncEnumerableRequest<T>(GrainReference target, MethodDescriptor method, object?[] arguments)
    : IAsyncEnumerable<T>, IAsyncEnumerableRequest<T>
{
    private object? _implementation;

    public GrainReference Target => target;

    public int MaxBatchSize { get; set; } = 100;

    public CancellationToken CallerToken => method.CancellationIndex < 0
        ? CancellationToken.None
        : (CancellationToken)arguments[method.CancellationIndex]!;

    public IAsyncEnumerator<T> GetAsyncEnumerator(CancellationToken cancellationToken = default) =>
        new AsyncEnumeratorProxy<T>(this, cancellationToken);

    /// <summary>Binds the request to the activation that answers it.</summary>
    public void SetTarget(object implementation) => _implementation = implementation;

    public IAsyncEnumerable<T> InvokeImplementation()
    {
        var own = (object?[])arguments.Clone();
        if (method.CancellationIndex >= 0)
            own[method.CancellationIndex] = CancellationToken.None;

        return (IAsyncEnumerable<T>)method.Call(_implementation!, own)!;
    }

    public object? GetTarget() => _implementation;

    public int GetArgumentCount() => arguments.Length;

    public object? GetArgument(int index) => arguments[index];

    public void SetArgument(int index, object value) => arguments[index] = value;

    public string GetMethodName() => method.Method.Name;

    public string GetInterfaceName() => method.InterfaceName;

    public string GetActivityName() => $"{method.InterfaceType.Name}/{method.Method.Name}";

    public MethodInfo GetMethod() => method.Method;

    public Type GetInterfaceType() => method.InterfaceType;

    public CancellationToken GetCancellationToken() => CallerToken;

    public void Dispose() { }
}
