using System.Reflection;
using Orleans.Calls;

namespace Orleans.Runtime;

/// <summary>
/// A handle to a grain or an observer. The proxies of all interfaces derive from it; two handles to the same
/// target are equal. Calls go through <see cref="DispatchProxy"/> into compiled delegates.
/// </summary>
public class GrainReference : DispatchProxy, IAddressable, IEquatable<GrainReference>
{
    public GrainId GrainId { get; private set; }

    public GrainInterfaceType InterfaceType { get; private set; }

    public string InterfaceName => InterfaceType.ToString();

    internal CallSender Sender { get; private set; } = null!;

    internal Type Interface { get; private set; } = null!;

    internal static GrainReference Create(CallSender sender, GrainId id, Type interfaceType)
    {
        var reference = (GrainReference)Create(interfaceType, typeof(GrainReference));
        reference.Sender = sender;
        reference.GrainId = id;
        reference.Interface = interfaceType;
        reference.InterfaceType = GrainInterfaceType.Create(InterfaceNames.Of(interfaceType));
        return reference;
    }

    internal object Cast(Type interfaceType) =>
        interfaceType.IsInstanceOfType(this) ? this : Create(Sender, GrainId, interfaceType);

    protected override object? Invoke(MethodInfo? targetMethod, object?[]? args)
    {
        var method = MethodDescriptor.For(targetMethod!);
        return method.Returns.Stream(this, method, args!) ?? method.Returns.Wrap(Sender.Send(this, method, args!));
    }

    public bool Equals(GrainReference? other) => other is not null && GrainId == other.GrainId;

    public override bool Equals(object? obj) => Equals(obj as GrainReference);

    public override int GetHashCode() => GrainId.GetHashCode();

    public override string ToString() => $"GrainReference:{GrainId}:{InterfaceType}";
}
