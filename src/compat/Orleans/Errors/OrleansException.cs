namespace Orleans.Runtime
{
    /// <summary>The root of the host's own exceptions.</summary>
    public class OrleansException : Exception
    {
        public OrleansException() : base("Unexpected error.") { }

        public OrleansException(string message) : base(message) { }

        public OrleansException(string message, Exception innerException) : base(message, innerException) { }
    }

    /// <summary>The host refused a call.</summary>
    public class OrleansMessageRejectionException : OrleansException
    {
        public OrleansMessageRejectionException(string message) : base(message) { }

        public OrleansMessageRejectionException(string message, Exception innerException) : base(message, innerException) { }
    }

    /// <summary>The host is not running.</summary>
    public sealed class SiloUnavailableException(string message) : OrleansMessageRejectionException(message);

    /// <summary>The observer behind a reference is gone.</summary>
    public sealed class ClientNotAvailableException(string message) : OrleansException(message);

    /// <summary>The host is configured wrongly.</summary>
    public sealed class OrleansConfigurationException : Exception
    {
        public OrleansConfigurationException(string message) : base(message) { }

        public OrleansConfigurationException(string message, Exception innerException) : base(message, innerException) { }
    }

    /// <summary>An enumeration lost its grain side.</summary>
    public sealed class EnumerationAbortedException : Exception
    {
        public EnumerationAbortedException() { }

        public EnumerationAbortedException(string message) : base(message) { }

        public EnumerationAbortedException(string message, Exception innerException) : base(message, innerException) { }
    }
}

namespace Orleans.Storage
{
    /// <summary>A grain names a storage provider that is not registered.</summary>
    public sealed class BadProviderConfigException(string message) : Runtime.OrleansException(message);
}

namespace Orleans.Serialization
{
    public class SerializerException(string message) : Exception(message);

    /// <summary>A value of a type that may not cross a grain call.</summary>
    public sealed class CodecNotFoundException(string message) : SerializerException(message);
}
