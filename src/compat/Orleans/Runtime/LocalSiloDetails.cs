using System.Net;
using Microsoft.Extensions.Options;
using Orleans.Configuration;

namespace Orleans.Runtime;

/// <summary>A name and an address by which this process is known to itself. Nothing listens there.</summary>
internal sealed class LocalSiloDetails(IOptions<SiloOptions> silo, IOptions<ClusterOptions> cluster, TimeProvider time) : ILocalSiloDetails
{
    public string Name { get; } = silo.Value.SiloName ?? $"Silo_{Guid.NewGuid().ToString("N")[..5]}";

    public string ClusterId => cluster.Value.ClusterId;

    public string DnsHostName => "localhost";

    public SiloAddress SiloAddress { get; } = SiloAddress.New(
        IPAddress.Loopback, 0, (int)((time.GetUtcNow() - new DateTimeOffset(2022, 1, 1, 0, 0, 0, TimeSpan.Zero)).TotalSeconds % int.MaxValue));

    public SiloAddress GatewayAddress => SiloAddress;
}
