using RevenueModel.Primitives;

namespace RevenueModel.Import;

/// <summary>The content of a usage export before it is read: its columns, its meters, and the problems that prevent
/// reading it.</summary>
/// <remarks>Immutable; equal by value.</remarks>
public sealed record UsageSurvey : ImportSurvey<UsageField>
{
    internal UsageSurvey(ImportLayout<UsageField> layout)
        : base(layout)
    {
    }

    /// <summary>Gets the meters, in the order in which they first appear.</summary>
    public ValueList<SurveyedMeter> Meters { get; internal init; }

    /// <summary>Gets the refused rows by reason and column, the most frequent first.</summary>
    public ValueList<RefusalCount> RefusalCounts { get; internal init; }

    /// <summary>Returns a readable description, the same in every culture.</summary>
    public override string ToString() => base.ToString() + Invariant($"; meters {Meters}");
}
