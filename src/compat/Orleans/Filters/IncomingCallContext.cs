using System.Collections.Concurrent;
using System.Reflection;
using Orleans.Calls;
using Orleans.Runtime;
using Orleans.Serialization.Invocation;

namespace Orleans.Filters;

/// <summary>A call as the incoming filters see it, inside the grain's turn. The grain's own filter comes last.</summary>
internal sealed class IncomingCallContext(IIncomingGrainCallFilter[] filters, GrainCall call, Activation activation, object target)
    : IIncomingGrainCallContext
{
    private static readonly ConcurrentDictionary<(Type, MethodInfo), MethodInfo> Implementations = new();

    private int _next;

    public IInvokable Request => call;

    public object Grain => activation.GrainInstance!;

    public GrainId? SourceId => call.Source?.GrainId;

    public GrainId TargetId => activation.GrainId;

    public IGrainContext TargetContext => activation;

    public GrainInterfaceType InterfaceType => GrainInterfaceType.Create(call.Method.InterfaceName);

    public string InterfaceName => call.Method.InterfaceName;

    public string MethodName => call.Method.Method.Name;

    public MethodInfo InterfaceMethod => call.Method.Method;

    public MethodInfo ImplementationMethod =>
        Implementations.GetOrAdd((target.GetType(), call.Method.Method), static key => Implementation(key.Item1, key.Item2));

    public object? Result { get; set; }

    public async Task Invoke()
    {
        var position = _next++;
        if (position < filters.Length)
        {
            await filters[position].Invoke(this);
            return;
        }

        if (position == filters.Length && activation.GrainInstance is IIncomingGrainCallFilter own)
        {
            await own.Invoke(this);
            return;
        }

        Result = await call.Method.Returns.Await(call.Method.Call(target, call.Arguments));
    }

    private static MethodInfo Implementation(Type type, MethodInfo method)
    {
        var definition = method.IsGenericMethod ? method.GetGenericMethodDefinition() : method;
        var map = type.GetInterfaceMap(method.DeclaringType!);
        var index = Array.IndexOf(map.InterfaceMethods, definition);
        return index < 0 ? method : map.TargetMethods[index];
    }
}
