using System.Reflection;
using Orleans.Calls;
using Orleans.Runtime;
using Orleans.Serialization.Invocation;

namespace Orleans.Filters;

/// <summary>A call as the outgoing filters see it, before its arguments are copied.</summary>
internal sealed class OutgoingCallContext(
    IOutgoingGrainCallFilter[] filters,
    GrainReference reference,
    MethodDescriptor method,
    object?[] arguments,
    IGrainContext? source,
    Func<Task<object?>> send) : IOutgoingGrainCallContext
{
    private int _next;

    public IInvokable Request { get; } = new GrainCall(reference, method, arguments);

    public object Grain => reference;

    public GrainId? SourceId => source?.GrainId;

    public IGrainContext? SourceContext => source;

    public GrainId TargetId => reference.GrainId;

    public GrainInterfaceType InterfaceType => reference.InterfaceType;

    public string InterfaceName => method.InterfaceName;

    public string MethodName => method.Method.Name;

    public MethodInfo InterfaceMethod => method.Method;

    public object? Result { get; set; }

    public async Task Invoke()
    {
        if (_next < filters.Length)
        {
            await filters[_next++].Invoke(this);
            return;
        }

        Result = await send();
    }
}
