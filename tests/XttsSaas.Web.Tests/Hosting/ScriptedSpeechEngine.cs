using System.Runtime.CompilerServices;
using XttsSaas.Abstractions.Synthesis;
using XttsSaas.Domain.Ports;

namespace XttsSaas.Web.Tests.Hosting;

/// <summary>Speaks 100 samples per character; a text can ask for a failure or for an engine that never ends.</summary>
public sealed class ScriptedSpeechEngine : ISpeechEngine
{
    public const string FailingText = "Please fail.";
    public const string EndlessText = "Please never end.";
    public const int SamplesPerCharacter = 100;

    private readonly TaskCompletionSource _endless = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource _abandoned = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Done when an endless speech has begun.</summary>
    public Task EndlessBegan => _endless.Task;

    /// <summary>Done when it was cancelled.</summary>
    public Task EndlessAbandoned => _abandoned.Task;

    public async IAsyncEnumerable<SpeechChunk> SpeakAsync(SpeechJob job, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        if (job.Text == FailingText)
            throw new InvalidOperationException("The script says so: secret internals.");
        if (job.Text == EndlessText)
            await NeverEndAsync(cancellationToken);
        var half = job.Text.Length / 2;
        yield return new SpeechChunk(new byte[half * SamplesPerCharacter * 2], half);
        yield return new SpeechChunk(new byte[(job.Text.Length - half) * SamplesPerCharacter * 2], job.Text.Length);
    }

    private async Task NeverEndAsync(CancellationToken cancellationToken)
    {
        _endless.TrySetResult();
        try
        {
            await Task.Delay(Timeout.Infinite, cancellationToken);
        }
        finally
        {
            _abandoned.TrySetResult();
        }
    }
}
