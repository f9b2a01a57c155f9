using System.Runtime.CompilerServices;
using XttsSaas.Abstractions.Synthesis;
using XttsSaas.Domain.Ports;

namespace XttsSaas.Grains.Tests.Fakes;

/// <summary>One chunk of two bytes per character.</summary>
internal sealed class FakeEngine : ISpeechEngine
{
    public async IAsyncEnumerable<SpeechChunk> SpeakAsync(SpeechJob job, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        for (var i = 1; i <= job.Text.Length; i++)
        {
            await Task.Yield();
            cancellationToken.ThrowIfCancellationRequested();
            yield return new SpeechChunk(new byte[2], i);
        }
    }
}
