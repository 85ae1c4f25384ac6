using Ardalis.GuardClauses;
using RevenueModel.Primitives;

namespace RevenueModel.Compensation;

/// <summary>What an expansion of a certain kind pays on top of what the components pay: a share of the credit, or an
/// amount for each.</summary>
/// <remarks>Immutable; equal by value. Made by <see cref="AtRate"/> and <see cref="AtAmount"/>. A rate is
/// paid of each credit that names the kind; an amount once for each deal, by the credited share, and taken back with the
/// deal. It vests as the components do.</remarks>
public sealed record ExpansionTrigger
{
    private ExpansionTrigger(ExpansionTriggerKind kind, decimal? rate, decimal? amount)
    {
        Kind = Guard.Against.Undefined(kind);
        Rate = rate;
        Amount = amount;
    }

    /// <summary>What sets it off.</summary>
    public ExpansionTriggerKind Kind { get; }

    /// <summary>The share of the credited amount that is paid, or <see langword="null"/> where an amount is.</summary>
    public decimal? Rate { get; }

    /// <summary>The amount that is paid for each, or <see langword="null"/> where a rate is.</summary>
    public decimal? Amount { get; }

    /// <summary>A trigger that pays a share of the credited amount.</summary>
    /// <param name="kind">What sets it off.</param>
    /// <param name="rate">The share, a fraction.</param>
    /// <exception cref="ArgumentException">The rate is no fraction.</exception>
    public static ExpansionTrigger AtRate(ExpansionTriggerKind kind, decimal rate) =>
        new(kind, Guard.Against.NotFraction(rate), amount: null);

    /// <summary>A trigger that pays an amount for each.</summary>
    /// <param name="kind">What sets it off.</param>
    /// <param name="amount">The amount, zero or more.</param>
    /// <exception cref="ArgumentException">The amount is negative.</exception>
    public static ExpansionTrigger AtAmount(ExpansionTriggerKind kind, decimal amount) =>
        new(kind, rate: null, Guard.Against.BelowZero(amount));

    /// <summary>The trigger in words.</summary>
    public override string ToString() =>
        Rate is { } rate ? Invariant($"{Kind} pays {rate * 100m:0.##}%") : Invariant($"{Kind} pays {Amount:#,0.##} each");
}

/// <summary>What an existing customer does that pays by an <see cref="ExpansionTrigger"/>.</summary>
public enum ExpansionTriggerKind
{
    /// <summary>Moves up a volume tier.</summary>
    VolumeTierUpgrade = 0,

    /// <summary>Attaches a module.</summary>
    ModuleAttach = 1,

    /// <summary>Rolls out to a new site.</summary>
    NewSite = 2,

    /// <summary>Activates AI.</summary>
    AiActivation = 3,
}
