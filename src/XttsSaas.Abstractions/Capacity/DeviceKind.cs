namespace XttsSaas.Abstractions.Capacity;

public enum DeviceKind
{
    Cpu,
    Cuda,
}
