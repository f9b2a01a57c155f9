using System.Runtime.CompilerServices;
using Microsoft.Extensions.DependencyInjection;
using XttsSaas.Abstractions.Ids;
using XttsSaas.Abstractions.Training;
using XttsSaas.Domain.Ports;
using XttsSaas.Grains.Tests.Hosting;

namespace XttsSaas.Silo.Tests.Recovery;

public sealed class RecoveryTaskTests
{
    [Fact]
    public async Task Start_AfterACrash_InterruptsTheRunAndStartsTheStepAgain()
    {
        var world = new World();
        TenantId tenant;
        SessionId session;
        DatasetId dataset;
        await using (var first = await Platform.StartAsync(world))
        {
            (tenant, session) = await first.AddReadySessionAsync();
            await first.ReportCpuAsync();
            await first.Workers.NextAsync();
            dataset = await first.AddDatasetAsync(tenant);
            await first.Dataset(tenant, dataset).StartProcessingAsync(new());
        }
        var directory = new ListedDirectory(new()
        {
            [ResourceKind.TrainingSession] = ["not-a-key", GrainKeys.Of(tenant, session)],
            [ResourceKind.Dataset] = [GrainKeys.Of(tenant, dataset)],
        });

        await using var second = await Platform.StartAsync(world, silo =>
        {
            silo.Services.AddSingleton<IResourceDirectory>(directory);
            silo.AddRecovery();
        });

        // Nothing was called and no device was reported: the start alone did it.
        Assert.Equal(SessionState.Interrupted, (await second.Session(tenant, session).GetAsync())!.State);
        Assert.Equal(dataset, Assert.Single(second.Steps.Processings).Work.Dataset);
    }

    private sealed class ListedDirectory(Dictionary<ResourceKind, string[]> keys) : IResourceDirectory
    {
        public async IAsyncEnumerable<string> AllKeysAsync(ResourceKind kind, [EnumeratorCancellation] CancellationToken cancellationToken)
        {
            foreach (var key in keys[kind])
            {
                await Task.Yield();
                yield return key;
            }
        }

        public Task<IReadOnlyList<string>> ListAsync(TenantId tenant, ResourceKind kind, string? before, int limit, CancellationToken cancellationToken) =>
            throw new NotSupportedException();

        public Task<IReadOnlyList<TenantId>> ListTenantsAsync(string? before, int limit, CancellationToken cancellationToken) =>
            throw new NotSupportedException();
    }
}
