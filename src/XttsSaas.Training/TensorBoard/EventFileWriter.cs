using System.Buffers.Binary;
using System.Globalization;

namespace XttsSaas.Training.TensorBoard;

/// <summary>
/// A file of scalars and sounds by step, as TensorBoard reads it.
/// <code>
/// record: length (uint64) ─ masked CRC-32C of the length ─ an Event message ─ masked CRC-32C of the message
/// </code>
/// Numbers are little-endian. A record is with the operating system when a method returns, so a viewer sees it at once; one that a
/// kill cuts short ends the file, and readers stop there.
/// </summary>
public sealed class EventFileWriter : IDisposable
{
    private const string FileVersion = "brain.Event:2";
    private const int SessionStart = 1;
    private readonly FileStream file;
    private readonly TimeProvider time;

    /// <summary>Starts a new file <c>events.out.tfevents.SECONDS.HOST</c> in <paramref name="folder"/>; earlier files stay as they are.</summary>
    /// <param name="folder">Created where it is missing.</param>
    /// <param name="time">The clock: its seconds name the file, and every event has its time.</param>
    /// <exception cref="IOException">The folder cannot be written to.</exception>
    public EventFileWriter(string folder, TimeProvider time)
    {
        this.time = time;
        Directory.CreateDirectory(folder);
        var name = string.Create(CultureInfo.InvariantCulture, $"events.out.tfevents.{time.GetUtcNow().ToUnixTimeSeconds()}.{Environment.MachineName}");
        file = Create(Path.Combine(folder, name));
        Write(new ProtobufMessage().Text(Fields.Event.FileVersion, FileVersion));
    }

    /// <summary>Where the file is.</summary>
    public string FilePath => file.Name;

    /// <summary>Says that the run starts at <paramref name="step"/>: viewers forget what this and earlier files hold of it and of later steps.</summary>
    public void WriteStart(int step) =>
        Write(At(step).Message(Fields.Event.SessionLog, new ProtobufMessage().Integer(Fields.SessionLog.Status, SessionStart)));

    /// <summary>Writes numbers of <paramref name="step"/>, each a point of the curve that its tag names, for example <c>loss/total</c>.</summary>
    public void WriteScalars(int step, params ReadOnlySpan<(string Tag, double Value)> scalars)
    {
        var summary = new ProtobufMessage();
        foreach (var (tag, value) in scalars)
            summary.Message(Fields.Summary.Value, new ProtobufMessage().Text(Fields.Value.Tag, tag).Float(Fields.Value.Simple, (float)value));
        Write(At(step).Message(Fields.Event.Summary, summary));
    }

    /// <summary>Writes a mono sound of <paramref name="step"/>.</summary>
    /// <param name="tag">Names the series of sounds, for example <c>sample/0</c>.</param>
    /// <param name="step">Optimiser steps done.</param>
    /// <param name="wave">A whole WAV file.</param>
    /// <param name="sampleRate">Its samples per second.</param>
    /// <param name="frames">Its samples.</param>
    public void WriteAudio(string tag, int step, ReadOnlySpan<byte> wave, int sampleRate, int frames)
    {
        var audio = new ProtobufMessage()
            .Float(Fields.Audio.SampleRate, sampleRate)
            .Integer(Fields.Audio.Channels, 1)
            .Integer(Fields.Audio.Frames, frames)
            .Bytes(Fields.Audio.Encoded, wave)
            .Text(Fields.Audio.ContentType, "audio/wav");
        var value = new ProtobufMessage().Text(Fields.Value.Tag, tag).Message(Fields.Value.Audio, audio);
        Write(At(step).Message(Fields.Event.Summary, new ProtobufMessage().Message(Fields.Summary.Value, value)));
    }

    public void Dispose() => file.Dispose();

    // Two starts within a second need two names; viewers read a folder's files in the order of their names.
    private static FileStream Create(string path)
    {
        var free = path;
        for (var another = 2; File.Exists(free); another++)
            free = $"{path}.{another}";
        return new FileStream(free, FileMode.CreateNew, FileAccess.Write, FileShare.Read);
    }

    private static ProtobufMessage At(int step) => new ProtobufMessage().Integer(Fields.Event.Step, step);

    private void Write(ProtobufMessage message)
    {
        var seconds = time.GetUtcNow().ToUnixTimeMilliseconds() / 1000.0;
        var content = message.Double(Fields.Event.WallTime, seconds).Content;
        Span<byte> header = stackalloc byte[sizeof(ulong) + sizeof(uint)];
        BinaryPrimitives.WriteUInt64LittleEndian(header, (ulong)content.Length);
        BinaryPrimitives.WriteUInt32LittleEndian(header[sizeof(ulong)..], MaskedChecksum.Of(header[..sizeof(ulong)]));
        Span<byte> footer = stackalloc byte[sizeof(uint)];
        BinaryPrimitives.WriteUInt32LittleEndian(footer, MaskedChecksum.Of(content));
        file.Write(header);
        file.Write(content);
        file.Write(footer);
        file.Flush();
    }
}
