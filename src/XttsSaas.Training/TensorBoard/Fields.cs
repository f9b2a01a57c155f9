namespace XttsSaas.Training.TensorBoard;

/// <summary>Field numbers of the messages in event files (TensorFlow's <c>event.proto</c> and <c>summary.proto</c>).</summary>
internal static class Fields
{
    internal static class Event
    {
        public const int WallTime = 1;
        public const int Step = 2;
        public const int FileVersion = 3;
        public const int Summary = 5;
        public const int SessionLog = 7;
    }

    internal static class SessionLog
    {
        public const int Status = 1;
    }

    internal static class Summary
    {
        public const int Value = 1;
    }

    internal static class Value
    {
        public const int Tag = 1;
        public const int Simple = 2;
        public const int Audio = 6;
    }

    internal static class Audio
    {
        public const int SampleRate = 1;
        public const int Channels = 2;
        public const int Frames = 3;
        public const int Encoded = 4;
        public const int ContentType = 5;
    }
}
