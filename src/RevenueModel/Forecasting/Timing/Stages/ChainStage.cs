using System.Text.Json.Serialization;
using Ardalis.GuardClauses;
using RevenueModel.Primitives;

namespace RevenueModel.Forecasting;

/// <summary>An open stage of a <see cref="StageChain"/> with the probabilities of leaving it, which may depend on the
/// time in the stage.</summary>
/// <remarks>Immutable; equal by value.</remarks>
[JsonConverter(typeof(JsonCompanionRequired))]
public sealed record ChainStage
{
    /// <summary>Gets the name of the stage.</summary>
    public required string Name { get; init => field = Guard.Against.Blank(value, nameof(Name)); }

    /// <summary>Gets the probabilities of the first period in the stage, the second, and so on; at least one. The last
    /// ones apply to each later period too, so that a single one does not depend on the time in the stage.</summary>
    public required ValueList<StageHazards> Hazards
    {
        get;
        init
        {
            if (value.IsEmpty)
            {
                throw DomainGuards.OutOfRange(nameof(Hazards), "empty", "at least one period");
            }

            foreach (StageHazards hazards in value)
            {
                Guard.Against.Null(hazards, nameof(Hazards));
            }

            field = value;
        }
    }

    /// <summary>Gets whether the probabilities depend on the time in the stage.</summary>
    public bool IsTimeDependent => Hazards.Count > 1;

    /// <summary>Returns the name and the probabilities of the first period.</summary>
    public override string ToString() => Invariant($"{Name}: {Hazards[0]}")
        + (IsTimeDependent ? Invariant($" in the first of {Plural.Of(Hazards.Count, "period")}") : "");
}
