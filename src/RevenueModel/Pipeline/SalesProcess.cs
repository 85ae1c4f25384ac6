using System.Diagnostics.CodeAnalysis;
using Ardalis.GuardClauses;
using RevenueModel.Primitives;

namespace RevenueModel.Pipeline;

/// <summary>The open stages of a sales process in order, from the first to the one before the deal is won.</summary>
/// <remarks>
/// <para>
/// A process is stated either by the eventual win probability of each stage or by the conversion rate from each
/// stage to the next (from the last to won); each follows from the other:
/// <c>p(last) = c(last)</c>, <c>p(i) = c(i) × p(i + 1)</c>, <c>c(i) = p(i) / p(i + 1)</c>.
/// </para>
/// <para>
/// The chain assumes that every won deal passes through every stage. Where deals skip stages it understates the
/// win rate, and the probabilities should be measured, as <see cref="StageConversionCalculator"/> does.
/// </para>
/// <para>Immutable; equal when the stages are equal, in order. Names are unique, ignoring case.</para>
/// </remarks>
public sealed record SalesProcess
{
    private SalesProcess(ValueList<PipelineStage> stages) => Stages = stages;

    /// <summary>The open stages in order, at least one.</summary>
    public ValueList<PipelineStage> Stages { get; }

    /// <summary>Creates a process from its stages and their eventual win probabilities.</summary>
    /// <param name="stages">The open stages in order, at least one.</param>
    /// <exception cref="ArgumentException">There is no stage, or a name stands twice.</exception>
    /// <remarks>Measured probabilities need not ascend where deals skip stages; no conversion rate leads from a stage to
    /// one that is won less often.</remarks>
    public static SalesProcess Of(params ReadOnlySpan<PipelineStage> stages)
    {
        if (stages.IsEmpty)
        {
            throw new ArgumentException("stages had no stage; a sales process has at least one.", nameof(stages));
        }

        for (int i = 0; i < stages.Length; i++)
        {
            PipelineStage stage = Guard.Against.Null(stages[i], nameof(stages));
            foreach (PipelineStage earlier in stages[..i])
            {
                if (string.Equals(earlier.Name, stage.Name, StringComparison.OrdinalIgnoreCase))
                {
                    throw new ArgumentException(
                        Invariant($"Stage \"{stage.Name}\" stands twice; each stage of a process has a name of its own."),
                        nameof(stages));
                }
            }
        }

        return new SalesProcess(ValueList.Create(stages));
    }

    /// <summary>Creates a process from the conversion rates between its stages.</summary>
    /// <param name="stages">The open stages in order, at least one.</param>
    /// <exception cref="ArgumentException">There is no stage, or a name stands twice.</exception>
    public static SalesProcess FromConversionRates(params ReadOnlySpan<StageConversion> stages)
    {
        var weighted = new PipelineStage[stages.Length];
        decimal probability = 1m;
        for (int i = stages.Length - 1; i >= 0; i--)
        {
            StageConversion stage = Guard.Against.Null(stages[i], nameof(stages));
            probability *= stage.ConversionRate;
            weighted[i] = new PipelineStage
            {
                Name = stage.Name,
                WinProbability = probability,
                ForecastCategory = stage.ForecastCategory,
            };
        }

        return Of(weighted);
    }

    /// <summary>The rate at which deals in a stage move to the next one, or from the last one to won.</summary>
    /// <param name="index">The position of the stage, counted from zero.</param>
    /// <returns><c>p(i) / p(i + 1)</c>, or <see langword="null"/> where the next stage is never won or is won less often than
    /// this one, so that deals do not come through it.</returns>
    public decimal? ConversionRate(int index)
    {
        decimal own = Stages[index].WinProbability;
        decimal next = index == Stages.Count - 1 ? 1m : Stages[index + 1].WinProbability;
        return next == 0m || own > next ? null : own / next;
    }

    /// <summary>The process with its win probabilities rounded, half away from zero, as a
    /// bulk forecasts need where they have many digits.</summary>
    /// <param name="digits">The decimal places that remain, from 0 to 9; six unless said.</param>
    /// <exception cref="ArgumentException"><paramref name="digits"/> is outside 0 to 9.</exception>
    public SalesProcess Rounded(int digits = 6)
    {
        RoundingPolicy policy = RoundingPolicy.ToDigits(digits);
        return new SalesProcess(Stages
            .Select(stage => stage with { WinProbability = policy.Round(stage.WinProbability) })
            .ToValueList());
    }

    /// <summary>The position of a stage, ignoring case, or -1 where the process has none of that name.</summary>
    public int IndexOf(string stage)
    {
        Guard.Against.Null(stage);
        for (int i = 0; i < Stages.Count; i++)
        {
            if (string.Equals(Stages[i].Name, stage, StringComparison.OrdinalIgnoreCase))
            {
                return i;
            }
        }

        return -1;
    }

    /// <summary>Finds a stage by name, ignoring case.</summary>
    public bool TryFind(string stage, [NotNullWhen(true)] out PipelineStage? found)
    {
        int index = IndexOf(stage);
        found = index < 0 ? null : Stages[index];
        return found is not null;
    }

    /// <summary>The stage that an open deal is in.</summary>
    /// <exception cref="ArgumentException">The process has no stage of that name; the message names the deal and the
    /// stages there are.</exception>
    public PipelineStage StageOf(Opportunity opportunity) => Stages[IndexOfStage(opportunity)];

    /// <summary>The chance that a deal is won: one where it is won, zero where it is lost, else its stage's.</summary>
    /// <exception cref="ArgumentException">The deal is open in a stage that the process does not have.</exception>
    public decimal WinProbabilityOf(Opportunity opportunity) => Guard.Against.Null(opportunity).Outcome switch
    {
        DealOutcome.Won => 1m,
        DealOutcome.Lost => 0m,
        _ => StageOf(opportunity).WinProbability,
    };

    /// <summary>The forecast category of a deal: closed where it is won, omitted where it is lost, else what the deal
    /// says, else its stage's.</summary>
    /// <exception cref="ArgumentException">The deal is open in a stage that the process does not have, or is open and
    /// says that it is closed.</exception>
    public ForecastCategory CategoryOf(Opportunity opportunity)
    {
        switch (Guard.Against.Null(opportunity).Outcome)
        {
            case DealOutcome.Won:
                return ForecastCategory.Closed;
            case DealOutcome.Lost:
                return ForecastCategory.Omitted;
            default:
                ForecastCategory ofStage = StageOf(opportunity).ForecastCategory;
                return opportunity.ForecastCategory is not ForecastCategory.Closed
                    ? opportunity.ForecastCategory ?? ofStage
                    : throw new ArgumentException(
                        Invariant($"Opportunity {opportunity.Id} is open and has ForecastCategory Closed; a category of open deals is expected."),
                        nameof(opportunity));
        }
    }

    /// <summary>The stages in words.</summary>
    public override string ToString() => string.Join(" > ", Stages);

    internal int IndexOfStage(Opportunity opportunity)
    {
        Guard.Against.Null(opportunity);
        int index = IndexOf(opportunity.Stage);
        return index >= 0
            ? index
            : throw new ArgumentException(
                Invariant($"Opportunity {opportunity.Id} is in stage \"{opportunity.Stage}\"; the stages of the process are {this}."),
                nameof(opportunity));
    }
}
