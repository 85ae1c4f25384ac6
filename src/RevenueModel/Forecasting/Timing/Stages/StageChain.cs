using System.Text.Json.Serialization;
using Ardalis.GuardClauses;
using RevenueModel.Primitives;

namespace RevenueModel.Forecasting;

/// <summary>An absorbing chain over the open stages of a sales process, in equal periods such as days or weeks: in
/// each period a deal stays in its stage, moves to another one, or is won or lost.</summary>
/// <remarks>
/// Immutable; equal by value. Names are unique, ignoring case. With probabilities that depend on the time in a stage
/// it is a semi-Markov chain. <see cref="StageChainCalculator"/> computes with it and measures it on stage logs.
/// </remarks>
[JsonConverter(typeof(JsonCompanionRequired))]
public sealed record StageChain
{
    private StageChain(ValueList<ChainStage> stages) => Stages = stages;

    /// <summary>Gets the stages in order, at least one.</summary>
    public ValueList<ChainStage> Stages { get; }

    /// <summary>Creates a chain.</summary>
    /// <param name="stages">The stages in order, at least one, with different names. None moves to itself or to a
    /// stage that does not exist.</param>
    /// <returns>The chain.</returns>
    /// <exception cref="ArgumentException">There is no stage, two have the same name, or one moves to itself or to a
    /// stage that does not exist.</exception>
    public static StageChain Of(params ReadOnlySpan<ChainStage> stages)
    {
        if (stages.IsEmpty)
        {
            throw new ArgumentException("stages had no stage; a chain has at least one.", nameof(stages));
        }

        ValueList<ChainStage> chain = DomainGuards.RequireDistinct(
            ValueList.Create(stages), static stage => stage.Name, nameof(stages), "name");
        for (int i = 0; i < chain.Count; i++)
        {
            foreach (StageHazards hazards in chain[i].Hazards)
            {
                if (hazards.Moves.Count > chain.Count || hazards.MoveTo(i) > 0)
                {
                    throw DomainGuards.OutOfRange(
                        nameof(stages),
                        Invariant($"such that stage \"{chain[i].Name}\" moves as {hazards}"),
                        Invariant($"moves to the other stages of {chain.Count} only"));
                }
            }
        }

        return new StageChain(chain);
    }

    /// <inheritdoc cref="Of(ReadOnlySpan{ChainStage})"/>
    public static StageChain Of(IEnumerable<ChainStage> stages) => Of(stages.AsItems());

    /// <summary>Creates a chain in which deals advance stage by stage; from the last stage they are won.</summary>
    /// <param name="names">The names of the stages in order, at least one, all different.</param>
    /// <param name="advanced">The probability of advancing in one period, for each stage, between 0 and 1.</param>
    /// <param name="lost">The probability of losing the deal in one period, for each stage, between 0 and 1.</param>
    /// <returns>The chain, in which the probabilities do not depend on the time in a stage.</returns>
    /// <exception cref="ArgumentException">There is no stage, a name is blank or occurs twice, the lengths differ, or
    /// the probabilities of a stage sum to more than one.</exception>
    public static StageChain InOrder(
        ReadOnlySpan<string> names, ReadOnlySpan<double> advanced, ReadOnlySpan<double> lost)
    {
        DomainGuards.RequireSameLength(names.Length, advanced.Length, nameof(advanced));
        DomainGuards.RequireSameLength(names.Length, lost.Length, nameof(lost));
        var stages = new ChainStage[names.Length];
        for (int i = 0; i < stages.Length; i++)
        {
            Guard.Against.Blank(names[i], nameof(names));
            var moves = new double[stages.Length];
            bool isLast = i == stages.Length - 1;
            if (!(advanced[i] >= 0 && lost[i] >= 0 && advanced[i] + lost[i] <= 1))
            {
                throw DomainGuards.OutOfRange(
                    nameof(advanced),
                    Invariant($"{advanced[i]} with a loss of {lost[i]} in stage \"{names[i]}\""),
                    "two probabilities that sum to at most 1");
            }

            moves[Math.Min(i + 1, moves.Length - 1)] = isLast ? 0 : advanced[i];
            stages[i] = new ChainStage
            {
                Name = names[i],
                Hazards = [StageHazards.Of(isLast ? advanced[i] : 0, lost[i], moves)],
            };
        }

        return stages.Length == 0
            ? throw new ArgumentException("names had no stage; a chain has at least one.", nameof(names))
            : new StageChain(DomainGuards.RequireDistinct(
                ValueList.Own(stages), static stage => stage.Name, nameof(names), "name"));
    }

    /// <inheritdoc cref="InOrder(ReadOnlySpan{string}, ReadOnlySpan{double}, ReadOnlySpan{double})"/>
    public static StageChain InOrder(
        IEnumerable<string> names, IEnumerable<double> advanced, IEnumerable<double> lost) =>
        InOrder(names.AsItems(), advanced.AsItems(), lost.AsItems());

    /// <summary>Finds the position of a stage, ignoring case.</summary>
    /// <param name="name">The name of the stage.</param>
    /// <returns>The position from zero, or <see langword="null"/> if the chain has no stage of that name.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="name"/> is null.</exception>
    public int? FindPosition(string name)
    {
        int at = NameLookup.IndexOf(Stages.AsSpan(), Guard.Against.Null(name), static stage => stage.Name);
        return at < 0 ? null : at;
    }

    /// <summary>Returns the names of the stages in order.</summary>
    public override string ToString() => string.Join(" > ", Stages.Select(static stage => stage.Name)) + " > Won";

    internal int RequirePosition(string name, string parameter) => FindPosition(Guard.Against.Null(name, parameter))
        ?? throw DomainGuards.OutOfRange(
            parameter,
            "\"" + name + "\"",
            "one of " + string.Join(", ", Stages.Select(static stage => stage.Name)));
}
