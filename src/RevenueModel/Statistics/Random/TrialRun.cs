using System.Runtime.ExceptionServices;
using RevenueModel.Primitives;

namespace RevenueModel.Statistics;

/// <summary>A run of trials that are handed out in parts to one or several threads.</summary>
internal sealed class TrialRun(
    RandomSource source,
    Func<RandomTrial, double> outcome,
    long firstTrial,
    double[] values,
    IProgress<int>? progress,
    CancellationToken cancellation)
{
    // Parts of this size keep the cost of handing them out low. Few trials, which may be expensive, have smaller
    // parts, so that each thread has many and the progress moves by less than one percent. The results do not depend
    // on it.
    private const int LargestPart = 256;
    private const int PartsPerThread = 128;

    private readonly Lock _lock = new();
    private int _size = LargestPart;
    private int _next;
    private int _finished;
    private int _failedPart = int.MaxValue;
    private ExceptionDispatchInfo? _failure;

    private int Parts => (values.Length / _size) + (values.Length % _size == 0 ? 0 : 1);

    /// <summary>Runs all trials.</summary>
    public void Execute(int threads)
    {
        _size = (int)Math.Clamp(values.Length / ((long)threads * PartsPerThread), 1, LargestPart);
        int workers = Math.Min(threads, Parts);
        if (workers <= 1)
        {
            Work();
        }
        else
        {
            Parallel.For(0, workers, new ParallelOptions { MaxDegreeOfParallelism = workers }, _ => Work());
        }

        // Threads start parts in ascending order, and a started part runs to its end. All parts before the failed one
        // have therefore run, and the exception is that of the first trial that throws.
        _failure?.Throw();
        cancellation.ThrowIfCancellationRequested();
    }

    private void Work()
    {
        while (!cancellation.IsCancellationRequested
            && Volatile.Read(ref _failedPart) == int.MaxValue
            && Interlocked.Increment(ref _next) - 1 is var part
            && part < Parts)
        {
            int start = part * _size;
            int end = start + Math.Min(_size, values.Length - start);
            try
            {
                for (int i = start; i < end && !cancellation.IsCancellationRequested; i++)
                {
                    values[i] = Valid(outcome(source.Trial(firstTrial + i)), firstTrial + i);
                }

                Report(end - start);
            }
            catch (Exception failure)
            {
                Fail(part, failure);
                return;
            }
        }
    }

    private static double Valid(double value, long trial) => SimulationResult.IsValid(value)
        ? value
        : throw DomainGuards.OutOfRange(
            nameof(outcome), Invariant($"{value} at trial {trial}"), SimulationResult.Allowed);

    private void Fail(int part, Exception failure)
    {
        lock (_lock)
        {
            if (part < _failedPart)
            {
                _failedPart = part;
                _failure = ExceptionDispatchInfo.Capture(failure);
            }
        }
    }

    // Within the lock, so that the counts ascend.
    private void Report(int finished)
    {
        if (progress is null || cancellation.IsCancellationRequested)
        {
            return;
        }

        lock (_lock)
        {
            _finished += finished;
            progress.Report(_finished);
        }
    }
}
