using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;
using XttsSaas.Abstractions.Capacity;

namespace XttsSaas.Silo.Capacity;

/// <summary>Tells the pool every few seconds which devices this silo has.</summary>
public sealed partial class DeviceReporter(
    IGrainFactory grains, ILocalSiloDetails silo, IOptions<DeviceOptions> options, TimeProvider time, ILogger<DeviceReporter> logger) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var pool = grains.GetGrain<IGpuPoolGrain>(IGpuPoolGrain.DefaultPool);
        using var timer = new PeriodicTimer(options.Value.ReportInterval, time);
        do
        {
            try
            {
                await pool.ReportAsync(silo.Name, await DevicesAsync(stoppingToken));
            }
            catch (Exception exception) when (exception is not OperationCanceledException)
            {
                LogNotReported(exception);
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    private async Task<IReadOnlyList<DeviceReport>> DevicesAsync(CancellationToken cancellationToken)
    {
        var cards = options.Value.Cuda ? await CudaDevices.ReadAsync(silo.Name, cancellationToken) : [];
        var (total, free) = MainMemory.Read();
        var name = $"CPU, {Environment.ProcessorCount} threads";
        var cpu = new DeviceReport(silo.Name, "cpu", name, DeviceKind.Cpu, total, free, cards.Count == 0 ? options.Value.CpuSlots : 0);
        return cards.Append(cpu).ToArray();
    }

    [LoggerMessage(LogLevel.Warning, "The devices could not be reported; tried again in a moment")]
    private partial void LogNotReported(Exception exception);
}
