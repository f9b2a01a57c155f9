namespace XttsSaas.Abstractions.Tenants;

/// <summary>
/// A call reached a grain of another tenant. That is a bug at the edge, which addresses grains by the caller's own
/// tenant only; the message names neither of the two.
/// </summary>
[GenerateSerializer, Alias("ForeignTenantException")]
public sealed class ForeignTenantException() : Exception("A grain call crossed tenants and was refused.");
