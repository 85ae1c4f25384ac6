using System.Text.Json.Serialization;
using NodaTime;
using RevenueModel.Primitives;

namespace RevenueModel.Compensation;

/// <summary>The figures of an adjustment: the amounts due by current facts, the amounts stated before, and the facts
/// that changed.</summary>
[JsonConverter(typeof(JsonCompanionRequired))]
public sealed record AdjustmentDetail : LineDetail
{
    /// <summary>Gets the day before which the amounts are counted.</summary>
    public required LocalDate Before { get; init; }

    /// <summary>Gets the earned pay that is due by current facts.</summary>
    public required decimal EarnedDue { get; init; }

    /// <summary>Gets the earned pay that was stated.</summary>
    public required decimal EarnedStated { get; init; }

    /// <summary>Gets the payable pay that is due by current facts.</summary>
    public decimal PayableDue { get; init; }

    /// <summary>Gets the payable pay that was stated.</summary>
    public decimal PayableStated { get; init; }

    /// <summary>Gets the terms of the component by which the pay is due; <see langword="null"/> for other
    /// pay.</summary>
    public ComponentTerms? Terms { get; init; }

    /// <summary>Gets the facts that changed the figures.</summary>
    public ValueList<PayChange> Changes { get; init; }

    /// <summary>Returns a readable description of the figures: the explanation of the line.</summary>
    public override string ToString()
    {
        string changes = Changes.IsEmpty ? "" : string.Join(", ", Changes) + ": ";
        return changes
            + Invariant($"before {Before:R}, {EarnedDue:#,0.00} is earned and {PayableDue:#,0.00} is payable; ")
            + Invariant($"the statements have {EarnedStated:#,0.00} and {PayableStated:#,0.00}");
    }
}
