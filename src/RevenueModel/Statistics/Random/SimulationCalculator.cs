using Ardalis.GuardClauses;
using RevenueModel.Primitives;

namespace RevenueModel.Statistics;

/// <summary>Runs trials of a model with random inputs, for questions that closed forms do not answer.</summary>
public static class SimulationCalculator
{
    /// <summary>Runs a range of trials.</summary>
    /// <param name="source">The random numbers. No two trials share a number.</param>
    /// <param name="outcome">Computes the outcome of a trial, a number between -10^298 and 10^298, from its random
    /// numbers and from nothing that changes. Several threads call it at once if <paramref name="threads"/> is above
    /// one.</param>
    /// <param name="trials">The number of trials, zero or more.</param>
    /// <param name="firstTrial">The index of the first trial, zero or more. Default: 0. Parts of a simulation that run
    /// on several machines start where the part before ends.</param>
    /// <param name="threads">The number of threads, one or more. Default: one, the thread of the caller.</param>
    /// <param name="progress">Receives the number of finished trials, in ascending order, from the threads that
    /// compute: at least after each hundredth of the trials, or after each trial if they are few. Default:
    /// none.</param>
    /// <param name="cancellation">Ends the run between two trials. Default: never.</param>
    /// <returns>The outcomes in the order of the trials: the same bits for any number of threads and parts.</returns>
    /// <exception cref="ArgumentException">An argument is outside its range, or an outcome is outside its
    /// range or NaN.</exception>
    /// <exception cref="OperationCanceledException">The run was canceled.</exception>
    /// <remarks>
    /// An exception of <paramref name="outcome"/> ends the run and reaches the caller as it is. If several trials
    /// throw, it is that of the first one, for any number of threads.
    /// </remarks>
    /// <example><code>
    /// SimulationResult bookings = SimulationCalculator.Run(
    ///     RandomSource.Of(seed: 7),
    ///     static trial => (trial.Occurs(0, 0.3) ? 1_000 : 0) + trial.Triangular(1, 10, 20, 60),
    ///     trials: 10_000);
    /// Console.WriteLine(bookings); // 10,000 trials from 0: mean 327.1069 ± 4.5717
    /// Console.WriteLine($"{bookings.Quantile(0.5):0.0}"); // 35.7
    /// </code></example>
    public static SimulationResult Run(
        RandomSource source,
        Func<RandomTrial, double> outcome,
        int trials,
        long firstTrial = 0,
        int threads = 1,
        IProgress<int>? progress = null,
        CancellationToken cancellation = default)
    {
        Guard.Against.Null(outcome);
        Guard.Against.BelowOne(threads);
        if (trials < 0 || trials > Array.MaxLength)
        {
            throw DomainGuards.OutOfRange(nameof(trials), trials, Invariant($"0 to {Array.MaxLength}"));
        }

        SimulationResult.RequireRange(firstTrial, trials, nameof(firstTrial));
        cancellation.ThrowIfCancellationRequested();
        var values = new double[trials];
        new TrialRun(source, outcome, firstTrial, values, progress, cancellation).Execute(threads);
        return SimulationResult.Own(source, firstTrial, values);
    }

    /// <summary>Merges the results of ranges of trials that together are one range, such as those of several
    /// machines.</summary>
    /// <param name="parts">The results in any order, all of one source, at least one. A range without trials inside
    /// another one or at its ends changes nothing.</param>
    /// <returns>The result of the whole range, the same bits for any cut into parts.</returns>
    /// <exception cref="ArgumentException">There is no part, one is null, the sources differ, ranges overlap, there
    /// is a gap between them, or they have more trials than an array can hold.</exception>
    public static SimulationResult Merge(params ReadOnlySpan<SimulationResult> parts) =>
        SimulationResult.MergeAll(parts, nameof(parts));

    /// <inheritdoc cref="Merge(ReadOnlySpan{SimulationResult})"/>
    public static SimulationResult Merge(IEnumerable<SimulationResult> parts) => Merge(parts.AsItems());
}
