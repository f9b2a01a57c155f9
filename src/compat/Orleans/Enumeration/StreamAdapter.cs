using Orleans.Calls;
using Orleans.Runtime;

namespace Orleans.Enumeration;

/// <summary>Methods that return a stream: the call makes a request object, and the enumeration makes the calls.</summary>
internal sealed class StreamAdapter<T> : ReturnAdapter
{
    public override Type ValueType => typeof(string);

    public override ValueTask<object?> Await(object? returned) => new(returned);

    public override object? Wrap(Task<object?> response) => throw new InvalidOperationException("A stream is enumerated, not called.");

    public override object Stream(GrainReference target, MethodDescriptor method, object?[] arguments) =>
        new AsyncEnumerableRequest<T>(target, method, method.CopyArguments(arguments));
}
