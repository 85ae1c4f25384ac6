using System.Text.Json.Serialization;
using Ardalis.GuardClauses;
using RevenueModel.Primitives;

namespace RevenueModel.Billing;

/// <summary>The rounding of an invoice: the amounts that are rounded, and the rules.</summary>
/// <remarks>Immutable; equal by value. The default rounds each line, and the tax, half away from zero to the minor
/// unit of the currency.</remarks>
[JsonConverter(typeof(JsonCompanionRequired))]
public sealed record InvoiceRounding
{
    /// <summary>Gets the default: each line, half away from zero.</summary>
    public static InvoiceRounding Default { get; } = new();

    /// <summary>Gets the amounts that are rounded: each line (default), or the spend of the period as a
    /// whole.</summary>
    public RoundingLevel Level { get; init => field = Guard.Against.Undefined(value, nameof(Level)); }

    /// <summary>Gets the rule for amounts. Default: half away from zero.</summary>
    public RoundingRule Amounts { get; init => field = Guard.Against.Undefined(value, nameof(Amounts)); }

    /// <summary>Gets the rule for tax. Default: half away from zero; some tax authorities permit rounding
    /// down.</summary>
    public RoundingRule Tax { get; init => field = Guard.Against.Undefined(value, nameof(Tax)); }

    /// <summary>Returns the level and the rules.</summary>
    public override string ToString() =>
        (Level == RoundingLevel.Invoice ? "per invoice, " : "per line, ") + Text(Amounts) + ", tax " + Text(Tax);

    private static string Text(RoundingRule rule) => rule switch
    {
        RoundingRule.HalfToEven => "half to even",
        RoundingRule.Up => "up",
        RoundingRule.Down => "down",
        _ => "half away from zero",
    };
}

/// <summary>The amounts that are rounded to the minor unit.</summary>
public enum RoundingLevel
{
    /// <summary>Each line. The default.</summary>
    Line = 0,

    /// <summary>The spend of the period. Its lines are not rounded, and one line states the difference.</summary>
    Invoice = 1,
}
