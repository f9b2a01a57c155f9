using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;
using Orleans.Hosting;
using XttsSaas.Audio.Decoding;
using XttsSaas.Audio.Ffmpeg;
using XttsSaas.Audio.Vad;
using XttsSaas.Datasets.Pipeline;
using XttsSaas.Silo.Capacity;
using XttsSaas.Silo.Datasets;
using XttsSaas.Silo.Inference;
using XttsSaas.Silo.Models;
using XttsSaas.Silo.Recovery;
using XttsSaas.Silo.Training;

namespace XttsSaas.Silo;

/// <summary>The kinds of work that a silo can take on; a host adds those it wants.</summary>
public static class SiloRoles
{
    /// <summary>Trains: offers this machine's devices to the pool and runs a worker process per granted lease.</summary>
    public static ISiloBuilder AddTrainingRole(this ISiloBuilder builder)
    {
        AddOptions<TrainingOptions, TrainingOptionsValidator>(builder, TrainingOptions.Section);
        AddOptions<DeviceOptions, DeviceOptionsValidator>(builder, DeviceOptions.Section);
        builder.Services.AddSingleton<WorkerCommand>();
        builder.Services.AddSingleton<JobWriter>();
        builder.Services.AddSingleton<TrainingWorkers>();
        builder.Services.AddSingleton<ITrainingWorkers>(services => services.GetRequiredService<TrainingWorkers>());
        builder.Services.AddHostedService(services => services.GetRequiredService<TrainingWorkers>());
        builder.Services.AddHostedService<DeviceReporter>();
        return builder;
    }

    /// <summary>Speaks: exports, loads and runs the voices' models.</summary>
    public static ISiloBuilder AddInferenceRole(this ISiloBuilder builder)
    {
        AddOptions<InferenceOptions, InferenceOptionsValidator>(builder, InferenceOptions.Section);
        builder.Services.AddSingleton<SpeechModels>();
        builder.Services.AddSingleton<VoiceLatents>();
        builder.Services.AddSingleton<ISpeechEngine, SpeechEngine>();
        return builder;
    }

    /// <summary>Makes datasets: cuts, checks and builds. <c>FfmpegOptions</c> may be registered before with other paths.</summary>
    public static ISiloBuilder AddDatasetRole(this ISiloBuilder builder)
    {
        AddOptions<DatasetOptions, DatasetOptionsValidator>(builder, DatasetOptions.Section);
        builder.Services.TryAddSingleton(new FfmpegOptions());
        builder.Services.TryAddSingleton<AudioDecoder>();
        builder.Services.AddSingleton(_ => new SileroVad(SileroVad.ShippedModelPath));
        builder.Services.AddSingleton<SourceAnalyzer>();
        builder.Services.AddSingleton<DatasetPipeline>();
        builder.Services.AddSingleton<ClipReader>();
        builder.Services.AddSingleton<SpeechRecognition>();
        builder.Services.AddSingleton<SegmentWriter>();
        builder.Services.AddSingleton<StepReporter>();
        builder.Services.AddSingleton<ProcessingStep>();
        builder.Services.AddSingleton<BuildStep>();
        builder.Services.AddSingleton<DatasetSteps>();
        builder.Services.AddSingleton<IDatasetSteps>(services => services.GetRequiredService<DatasetSteps>());
        builder.Services.AddHostedService(services => services.GetRequiredService<DatasetSteps>());
        return builder;
    }

    /// <summary>Makes sure at start-up that the shipped base model is in the model store.</summary>
    public static ISiloBuilder AddShippedModel(this ISiloBuilder builder) => builder.AddStartupTask<ShippedModelTask>();

    /// <summary>Goes on at start-up with what a crash interrupted; once per cluster is enough, more do no harm.</summary>
    public static ISiloBuilder AddRecovery(this ISiloBuilder builder) => builder.AddStartupTask<RecoveryTask>();

    private static void AddOptions<TOptions, TValidator>(ISiloBuilder builder, string section)
        where TOptions : class
        where TValidator : class, IValidateOptions<TOptions>
    {
        builder.Services.AddOptions<TOptions>().Bind(builder.Configuration.GetSection(section)).ValidateOnStart();
        builder.Services.AddSingleton<IValidateOptions<TOptions>, TValidator>();
    }
}
