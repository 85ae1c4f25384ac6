using Ardalis.GuardClauses;
using RevenueModel.Pipeline;
using RevenueModel.Primitives;

namespace RevenueModel.Forecasting;

/// <summary>A snapshot of deals in columns, created once and summed many times. Amounts are in minor units, weights in
/// parts per million, and each grouping property is a small whole number.</summary>
/// <remarks>
/// Immutable and safe to share between threads. Sums over it are exact and equal to those over the deals, for any
/// number of threads.
/// </remarks>
public sealed class PipelineSnapshot
{
    /// <summary>The number of parts of a weight of one. Weights are whole numbers of millionths.</summary>
    public const int PartsPerOne = 1_000_000;

    private readonly long[] _amounts;
    private readonly int[] _weights;

    private PipelineSnapshot(
        RoundingPolicy minorUnit,
        long[] amounts,
        int[] weights,
        SnapshotColumns columns)
    {
        MinorUnit = minorUnit;
        _amounts = amounts;
        _weights = weights;
        Columns = columns;
    }

    /// <summary>Gets the number of deals.</summary>
    public int Count => _amounts.Length;

    /// <summary>Gets the minor unit of the amounts.</summary>
    public RoundingPolicy MinorUnit { get; }

    /// <summary>Gets the amount of each deal in minor units; zero if it has no amount.</summary>
    public ReadOnlySpan<long> Amounts => _amounts;

    /// <summary>Gets the forecast weight of each deal in parts per million: a million if it is won, zero if it is lost
    /// or omitted, else the win probability of its stage.</summary>
    public ReadOnlySpan<int> Weights => _weights;

    internal SnapshotColumns Columns { get; }

    /// <summary>Creates a snapshot of deals.</summary>
    /// <param name="process">The sales process whose stages the open deals are in.</param>
    /// <param name="opportunities">Open, won and lost deals, with amounts in one currency.</param>
    /// <param name="minorUnit">The minor unit of which each amount is a whole number. Default: cents.</param>
    /// <returns>The snapshot.</returns>
    /// <exception cref="ArgumentException">
    /// An amount has more decimal places than the minor unit or exceeds 64 bits, a win probability has more than six
    /// decimal places, an open deal is in a stage that the process does not have, or there are more than 65,535
    /// different segments, months or stages. Nothing is rounded to fit.
    /// </exception>
    /// <example><code>
    /// SalesProcess process = SalesProcess.Of(new PipelineStage { Name = "Proposal", WinProbability = 50.Percent });
    /// DealTimeline march = DealTimeline.Open(expectedClose: new LocalDate(2027, 3, 31));
    /// Opportunity[] deals =
    /// [
    ///     new() { Id = "A", Stage = "Proposal", Amount = 80_000m, Timeline = march },
    ///     new() { Id = "B", Stage = "Proposal", Amount = 45_000m, Timeline = march },
    /// ];
    /// PipelineSnapshot snapshot = PipelineSnapshot.Of(process, deals);
    /// Console.WriteLine(SnapshotCalculator.Weighted(snapshot)); // 62500
    /// </code></example>
    public static PipelineSnapshot Of(
        SalesProcess process,
        ReadOnlySpan<Opportunity> opportunities,
        RoundingPolicy? minorUnit = null)
    {
        Guard.Against.Null(process);
        RoundingPolicy unit = minorUnit ?? RoundingPolicy.Cents;
        int[] stageWeights = StageWeights(process);
        var amounts = new long[opportunities.Length];
        var weights = new int[opportunities.Length];
        var columns = new SnapshotColumns.Builder(opportunities.Length, process, nameof(opportunities));
        for (int i = 0; i < opportunities.Length; i++)
        {
            Opportunity opportunity = opportunities[i];
            ForecastCategory category = process.CategoryOf(opportunity, nameof(opportunities), out int stage);
            amounts[i] = MinorUnits(opportunity, unit, nameof(opportunities));
            weights[i] = category switch
            {
                ForecastCategory.Closed => PartsPerOne,
                ForecastCategory.Omitted => 0,
                _ => stageWeights[stage],
            };
            columns.Set(i, opportunity, stage, category, weights[i]);
        }

        return new PipelineSnapshot(unit, amounts, weights, columns.Build());
    }

    /// <inheritdoc cref="Of(SalesProcess, ReadOnlySpan{Opportunity}, RoundingPolicy?)"/>
    public static PipelineSnapshot Of(
        SalesProcess process,
        IEnumerable<Opportunity> opportunities,
        RoundingPolicy? minorUnit = null) =>
        Of(process, opportunities.AsItems(), minorUnit);

    /// <summary>Returns the number of deals and the minor unit.</summary>
    public override string ToString() => Invariant($"{Plural.Of(Count, "deal")} in units of {MinorUnit}");

    private static int[] StageWeights(SalesProcess process)
    {
        var weights = new int[process.Stages.Count];
        for (int i = 0; i < weights.Length; i++)
        {
            decimal parts = process.Stages[i].WinProbability * PartsPerOne;
            weights[i] = decimal.Truncate(parts) == parts
                ? (int)parts
                : throw new ArgumentException(
                    Invariant($"Stage \"{process.Stages[i].Name}\" has win probability ")
                        + Invariant($"{process.Stages[i].WinProbability}; ")
                        + "a snapshot holds at most 6 decimal places (SalesProcess.Rounded).",
                    nameof(process));
        }

        return weights;
    }

    private static long MinorUnits(Opportunity opportunity, RoundingPolicy unit, string parameter)
    {
        if (opportunity.Amount is not { } amount)
        {
            return 0;
        }

        return unit.TryToMinorUnits(amount, out long minorUnits)
            ? minorUnits
            : throw new ArgumentException(
                Invariant($"Opportunity {opportunity.Id} has amount {amount}; ")
                    + Invariant($"at most {unit.Digits} decimal places, within 64 bits, are expected."),
                parameter);
    }
}
