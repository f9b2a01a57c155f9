namespace TorchSharp;

public static partial class torch
{
    public static partial class optim
    {
        public static partial class lr_scheduler
        {
            /// <summary>Sets the learning rate of every group, step by step.</summary>
            public abstract class LRScheduler
            {
                protected Optimizer _optimizer;
                protected int _last_epoch;
                protected IList<double> _base_lrs;
                private readonly List<double> _last;

                protected LRScheduler(Optimizer optimizer, int last_epoch = -1, bool verbose = false)
                {
                    _optimizer = optimizer;
                    _last_epoch = last_epoch;
                    _base_lrs = [.. optimizer.ParamGroups.Select(g => g.InitialLearningRate)];
                    _last = [.. optimizer.ParamGroups.Select(g => g.LearningRate)];
                }

                public virtual void step() => step(null);

                public virtual void step(int? epoch)
                {
                    _last_epoch = epoch ?? _last_epoch + 1;
                    var rates = get_lr().ToList();
                    var groups = _optimizer.ParamGroups.ToList();
                    for (var i = 0; i < groups.Count; i++) _last[i] = groups[i].LearningRate = rates[i];
                }

                public IEnumerable<double> get_last_lr() => _last;

                protected abstract IEnumerable<double> get_lr();
            }

            public static partial class impl
            {
                /// <summary>The initial rate times a function of the step.</summary>
                public class LambdaLR : LRScheduler
                {
                    private readonly Func<int, double> _factor;

                    public LambdaLR(Optimizer optimizer, Func<int, double> lr_lambda, int last_epoch = -1, bool verbose = false)
                        : base(optimizer, last_epoch, verbose)
                    {
                        _factor = lr_lambda;
                        step();
                    }

                    protected override IEnumerable<double> get_lr() => _base_lrs.Select(lr => lr * _factor(_last_epoch));
                }
            }

            public static LRScheduler LambdaLR(Optimizer optimizer, Func<int, double> lr_lambda, int last_epoch = -1, bool verbose = false) =>
                new impl.LambdaLR(optimizer, lr_lambda, last_epoch, verbose);
        }
    }
}
