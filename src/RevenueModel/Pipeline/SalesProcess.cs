using System.Text.Json.Serialization;
using Ardalis.GuardClauses;
using RevenueModel.Primitives;

namespace RevenueModel.Pipeline;

/// <summary>The open stages of a sales process in order, from the first to the one before the deal is won.</summary>
/// <remarks>
/// <para>
/// A process is defined either by the eventual win probability of each stage, or by the conversion rate from each
/// stage to the next (from the last stage to won). Each follows from the other:
/// <c>p(last) = c(last)</c>, <c>p(i) = c(i) × p(i + 1)</c>, <c>c(i) = p(i) / p(i + 1)</c>.
/// </para>
/// <para>
/// The chain assumes that every won deal passes through every stage. If deals skip stages, it understates the win
/// rate, and the probabilities should be measured with <see cref="StageConversionCalculator"/>.
/// </para>
/// <para>Immutable; equal if the stages are equal, in order. Names are unique, ignoring case.</para>
/// </remarks>
[JsonConverter(typeof(JsonCompanionRequired))]
public sealed record SalesProcess
{
    private SalesProcess(ValueList<PipelineStage> stages) => Stages = stages;

    /// <summary>Gets the open stages in order, at least one.</summary>
    public ValueList<PipelineStage> Stages { get; }

    /// <summary>Creates a process from its stages and their eventual win probabilities.</summary>
    /// <param name="stages">The open stages in order, at least one, with different names.</param>
    /// <returns>The process.</returns>
    /// <exception cref="ArgumentException">There is no stage, or two stages have the same name.</exception>
    /// <remarks>
    /// Measured probabilities need not ascend if deals skip stages. The conversion rate from a stage to one with a
    /// lower win probability is <see langword="null"/>.
    /// </remarks>
    public static SalesProcess Of(params ReadOnlySpan<PipelineStage> stages) => new(RequireStages(stages));

    /// <inheritdoc cref="Of(ReadOnlySpan{PipelineStage})"/>
    public static SalesProcess Of(IEnumerable<PipelineStage> stages) => Of(stages.AsItems());

    /// <summary>Creates a process from the conversion rates between its stages.</summary>
    /// <param name="stages">The open stages in order, at least one, with different names.</param>
    /// <returns>The process, with the win probabilities that follow from the rates.</returns>
    /// <exception cref="ArgumentException">There is no stage, or two stages have the same name.</exception>
    /// <example><code>
    /// SalesProcess process = SalesProcess.OfConversionRates(
    ///     new StageConversion { Name = "Discovery", ConversionRate = 50.Percent },
    ///     new StageConversion { Name = "Contract", ConversionRate = 80.Percent });
    /// Console.WriteLine(process.Stages[0].WinProbability); // 0.40
    /// </code></example>
    public static SalesProcess OfConversionRates(params ReadOnlySpan<StageConversion> stages)
    {
        RequireStages(stages);
        var weighted = new PipelineStage[stages.Length];
        decimal probability = 1m;
        for (int i = stages.Length - 1; i >= 0; i--)
        {
            StageConversion stage = stages[i];
            probability *= stage.ConversionRate;
            weighted[i] = new PipelineStage
            {
                Name = stage.Name,
                WinProbability = probability,
                ForecastCategory = stage.ForecastCategory,
            };
        }

        return new SalesProcess(ValueList.Own(weighted));
    }

    /// <inheritdoc cref="OfConversionRates(ReadOnlySpan{StageConversion})"/>
    public static SalesProcess OfConversionRates(IEnumerable<StageConversion> stages) =>
        OfConversionRates(stages.AsItems());

    /// <summary>Returns the rate at which deals in a stage move to the next stage, or are won from the last
    /// stage.</summary>
    /// <param name="index">The position of the stage in <see cref="Stages"/>, counted from zero.</param>
    /// <returns><c>p(i) / p(i + 1)</c>, or <see langword="null"/> if the next stage has win probability zero or a
    /// lower win probability than this stage.</returns>
    /// <exception cref="ArgumentOutOfRangeException">There is no stage at <paramref name="index"/>.</exception>
    public decimal? ConversionRate(int index)
    {
        decimal own = Stages[index].WinProbability;
        decimal next = index == Stages.Count - 1 ? 1m : Stages[index + 1].WinProbability;
        return next == 0m || own > next ? null : own / next;
    }

    /// <summary>Returns the process with its win probabilities rounded, half away from zero.</summary>
    /// <param name="digits">The number of decimal places, between 0 and 9. Default: six.</param>
    /// <returns>The rounded process.</returns>
    /// <exception cref="ArgumentException"><paramref name="digits"/> is outside 0 to 9.</exception>
    public SalesProcess Rounded(int digits = 6)
    {
        RoundingPolicy rounding = RoundingPolicy.ToDigits(digits);
        return new SalesProcess(Stages
            .Select(stage => stage with { WinProbability = rounding.Round(stage.WinProbability) })
            .ToValueList());
    }

    /// <summary>Finds a stage by name, ignoring case.</summary>
    /// <param name="name">The name of the stage.</param>
    /// <returns>The stage, or <see langword="null"/> if the process has no stage of that name.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="name"/> is null.</exception>
    public PipelineStage? FindStage(string name) =>
        NameLookup.Find(Stages.AsSpan(), Guard.Against.Null(name), static stage => stage.Name);

    /// <summary>Returns the stage that a deal is in.</summary>
    /// <param name="opportunity">The deal.</param>
    /// <returns>The stage.</returns>
    /// <exception cref="ArgumentException">The process has no stage of that name. The message names the deal and the
    /// stages of the process.</exception>
    public PipelineStage StageOf(Opportunity opportunity) =>
        Stages[IndexOfStage(Guard.Against.Null(opportunity), nameof(opportunity))];

    /// <summary>Returns the probability that a deal is won: one if it is won, zero if it is lost, else the win
    /// probability of its stage.</summary>
    /// <param name="opportunity">The deal.</param>
    /// <returns>A fraction between 0 and 1.</returns>
    /// <exception cref="ArgumentException">The deal is open in a stage that the process does not have.</exception>
    public decimal WinProbabilityOf(Opportunity opportunity) => Guard.Against.Null(opportunity).Outcome switch
    {
        DealOutcome.Won => 1m,
        DealOutcome.Lost => 0m,
        _ => StageOf(opportunity).WinProbability,
    };

    /// <summary>Returns the forecast category of a deal: closed if it is won, omitted if it is lost, else its own
    /// category or, if it has none, that of its stage.</summary>
    /// <param name="opportunity">The deal.</param>
    /// <returns>The category.</returns>
    /// <exception cref="ArgumentException">The deal is open in a stage that the process does not have, or is open with
    /// the category <see cref="ForecastCategory.Closed"/>.</exception>
    public ForecastCategory CategoryOf(Opportunity opportunity) => CategoryOf(opportunity, nameof(opportunity), out _);

    /// <summary>Returns the stages in order.</summary>
    public override string ToString() => string.Join(" > ", Stages);

    /// <summary>Returns the category of a deal and the position of its stage, which is -1 for closed deals.</summary>
    internal ForecastCategory CategoryOf(Opportunity opportunity, string parameter, out int stage)
    {
        stage = -1;
        switch (Guard.Against.Null(opportunity, parameter).Outcome)
        {
            case DealOutcome.Won:
                return ForecastCategory.Closed;
            case DealOutcome.Lost:
                return ForecastCategory.Omitted;
            default:
                stage = IndexOfStage(opportunity, parameter);
                return opportunity.ForecastCategory is not ForecastCategory.Closed
                    ? opportunity.ForecastCategory ?? Stages[stage].ForecastCategory
                    : throw new ArgumentException(
                        Invariant($"Opportunity {opportunity.Id} is open and has ForecastCategory Closed; ")
                            + "a category of open deals is expected.",
                        parameter);
        }
    }

    internal int IndexOfStage(Opportunity opportunity, string parameter)
    {
        int index = NameLookup.IndexOf(Stages.AsSpan(), opportunity.Stage, static stage => stage.Name);
        return index >= 0
            ? index
            : throw new ArgumentException(
                Invariant($"Opportunity {opportunity.Id} is in stage \"{opportunity.Stage}\"; ")
                    + Invariant($"the stages of the process are {this}."),
                parameter);
    }

    private static ValueList<T> RequireStages<T>(ReadOnlySpan<T> stages)
        where T : ProcessStage => stages.IsEmpty
            ? throw new ArgumentException("stages had no stage; a sales process has at least one.", nameof(stages))
            : DomainGuards.RequireDistinct(
                ValueList.Create(stages), static stage => stage.Name, nameof(stages), "name");
}
