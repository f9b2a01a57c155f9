namespace Orleans.Calls;

/// <summary>Keeps the caller's ambient values (HttpContext and the like) out of what is started inside the block.</summary>
internal static class Flow
{
    public static Suppression Suppress() => new(!ExecutionContext.IsFlowSuppressed());

    public readonly ref struct Suppression
    {
        private readonly AsyncFlowControl _control;
        private readonly bool _active;

        public Suppression(bool active)
        {
            _active = active;
            if (active)
                _control = ExecutionContext.SuppressFlow();
        }

        public void Dispose()
        {
            if (_active)
                _control.Undo();
        }
    }
}
