using System.Text.Json.Serialization;
using Ardalis.GuardClauses;
using RevenueModel.Primitives;

namespace RevenueModel.Compensation;

/// <summary>Additional pay for an expansion of a certain kind, on top of the components: a share of the credit, or a
/// fixed amount per deal.</summary>
/// <remarks>Immutable; equal by value. Created by <see cref="AtRate"/> and <see cref="AtAmount"/>. A rate is paid on
/// each credit of the kind. An amount is paid once per deal, times the credited share, and is reversed with the deal.
/// The pay vests like that of the components.</remarks>
[JsonConverter(typeof(JsonCompanionRequired))]
public sealed record ExpansionTrigger
{
    private ExpansionTrigger(ExpansionTriggerKind kind, decimal? rate, decimal? amount)
    {
        Kind = Guard.Against.Undefined(kind);
        Rate = rate;
        Amount = amount;
    }

    /// <summary>Gets the kind of expansion that is paid.</summary>
    public ExpansionTriggerKind Kind { get; }

    /// <summary>Gets the share of the credited amount that is paid, between 0 and 1, or <see langword="null"/> if an
    /// amount is paid.</summary>
    public decimal? Rate { get; }

    /// <summary>Gets the amount that is paid per deal, zero or more, or <see langword="null"/> if a rate is
    /// paid.</summary>
    public decimal? Amount { get; }

    /// <summary>Creates a trigger that pays a share of the credited amount.</summary>
    /// <param name="kind">The kind of expansion.</param>
    /// <param name="rate">The share of the credited amount, between 0 and 1.</param>
    /// <returns>The trigger.</returns>
    /// <exception cref="ArgumentException">The kind is not defined, or the rate is outside 0 to 1.</exception>
    public static ExpansionTrigger AtRate(ExpansionTriggerKind kind, decimal rate) =>
        new(kind, Guard.Against.NotFraction(rate), amount: null);

    /// <summary>Creates a trigger that pays a fixed amount per deal.</summary>
    /// <param name="kind">The kind of expansion.</param>
    /// <param name="amount">The amount per deal, in the currency of the plan; zero or more.</param>
    /// <returns>The trigger.</returns>
    /// <exception cref="ArgumentException">The kind is not defined, or the amount is negative.</exception>
    public static ExpansionTrigger AtAmount(ExpansionTriggerKind kind, decimal amount) =>
        new(kind, rate: null, Guard.Against.BelowZero(amount));

    /// <summary>Returns a readable description.</summary>
    public override string ToString() =>
        Rate is { } rate
            ? Invariant($"{Kind} pays {rate * 100m:0.##}%")
            : Invariant($"{Kind} pays {Amount:#,0.##} each");
}

/// <summary>The kinds of expansion that an <see cref="ExpansionTrigger"/> pays for.</summary>
public enum ExpansionTriggerKind
{
    /// <summary>The customer moves to a higher volume tier.</summary>
    VolumeTierUpgrade = 0,

    /// <summary>The customer adds a module.</summary>
    ModuleAttach = 1,

    /// <summary>The customer rolls out to a new site.</summary>
    NewSite = 2,

    /// <summary>The customer activates an AI module.</summary>
    AiActivation = 3,
}
