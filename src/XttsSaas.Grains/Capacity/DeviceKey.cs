namespace XttsSaas.Grains.Capacity;

/// <summary>A device's name within a pool.</summary>
[GenerateSerializer, Alias("DeviceKey")]
public readonly record struct DeviceKey(string Silo, string Device);
