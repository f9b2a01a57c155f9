namespace XttsSaas.Tests.Training;

/// <summary>WAV files for tests.</summary>
internal static class TestWave
{
    /// <summary>A harmonic tone whose pitch glides; every index sounds different.</summary>
    public static float[] Tone(int index, double seconds, int rate = 22_050)
    {
        var samples = new float[(int)(seconds * rate)];
        var phase = 0.0;
        for (var i = 0; i < samples.Length; i++)
        {
            var t = i / (double)rate;
            phase += 2 * Math.PI * (110 + (25 * index) + (40 * Math.Sin(2 * Math.PI * 1.5 * t))) / rate;
            samples[i] = (float)(0.3 * (Math.Sin(phase) + (0.5 * Math.Sin(3 * phase)) + (0.25 * Math.Sin(7 * phase))));
        }

        return samples;
    }

    public static void WritePcm16(string path, float[] samples, int rate = 22_050, int channels = 1) =>
        Write(path, 1, 16, rate, channels, writer =>
        {
            foreach (var sample in samples)
                writer.Write((short)Math.Round(sample * 32767));
        });

    public static void WriteFloat(string path, float[] samples) =>
        Write(path, 3, 32, 22_050, 1, writer =>
        {
            foreach (var sample in samples)
                writer.Write(sample);
        });

    private static void Write(string path, short encoding, short bits, int rate, int channels, Action<BinaryWriter> writeData)
    {
        using var body = new MemoryStream();
        using (var data = new BinaryWriter(body, System.Text.Encoding.ASCII, leaveOpen: true))
            writeData(data);

        using var writer = new BinaryWriter(File.Create(path));
        var frame = (short)(channels * bits / 8);
        writer.Write("RIFF"u8);
        writer.Write(36 + (int)body.Length);
        writer.Write("WAVEfmt "u8);
        writer.Write(16);
        writer.Write(encoding);
        writer.Write((short)channels);
        writer.Write(rate);
        writer.Write(rate * frame);
        writer.Write(frame);
        writer.Write(bits);
        writer.Write("data"u8);
        writer.Write((int)body.Length);
        writer.Write(body.ToArray());
    }
}
