namespace Whisper.net;

/// <summary>Gathers how a processor transcribes.</summary>
public class WhisperProcessorBuilder
{
    private readonly nint _context;
    private ProcessorOptions _options = new();

    internal WhisperProcessorBuilder(nint context) => _context = context;

    public WhisperProcessorBuilder WithThreads(int threads) => With(_options with { Threads = threads });

    /// <summary>A two-letter code; "auto" detects.</summary>
    public WhisperProcessorBuilder WithLanguage(string language) => With(_options with { Language = language });

    public WhisperProcessorBuilder WithLanguageDetection() => With(_options with { Language = "" });

    public WhisperProcessorBuilder WithPrompt(string prompt) => With(_options with { Prompt = prompt });

    public WhisperProcessorBuilder WithProbabilities() => With(_options with { Probabilities = true });

    public WhisperProcessorBuilder WithTemperature(float temperature) => With(_options with { Temperature = temperature });

    public WhisperProcessorBuilder WithTemperatureInc(float temperature) => With(_options with { TemperatureIncrement = temperature });

    public WhisperProcessorBuilder WithTokenTimestamps() => With(_options with { TokenTimestamps = true });

    public WhisperProcessorBuilder WithMaxSegmentLength(int maxSegmentLength) => With(_options with { MaxSegmentLength = maxSegmentLength });

    public WhisperProcessorBuilder WithMaxTokensPerSegment(int maxTokensPerSegment) => With(_options with { MaxTokensPerSegment = maxTokensPerSegment });

    public WhisperProcessorBuilder WithTranslate() => With(_options with { Translate = true });

    /// <summary>Nothing to set: it is whisper.cpp's default, and every recording has a state of its own.</summary>
    public WhisperProcessorBuilder WithNoContext() => this;

    public WhisperProcessorBuilder WithSingleSegment() => With(_options with { SingleSegment = true });

    public WhisperProcessor Build() => new(_context, _options);

    private WhisperProcessorBuilder With(ProcessorOptions options)
    {
        _options = options;
        return this;
    }
}
