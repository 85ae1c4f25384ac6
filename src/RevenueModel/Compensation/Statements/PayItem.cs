using Ardalis.GuardClauses;
using RevenueModel.Primitives;

namespace RevenueModel.Compensation;

/// <summary>What a line of a statement is paid on: a measure, a trigger, a SPIFF, or a rule of the plan.</summary>
/// <remarks>
/// Immutable; equal by value. It is the key by which statements are matched with what should have been stated: the
/// text that it prints has no part in that.
/// </remarks>
public sealed record PayItem
{
    private readonly int _hash;

    private PayItem(
        PayItemKind kind,
        CompMeasure? measure = null,
        ExpansionTriggerKind? trigger = null,
        string? spiff = null)
    {
        Kind = kind;
        Measure = measure;
        Trigger = trigger;
        Spiff = spiff;
        _hash = HashCode.Combine(kind, measure, trigger, spiff);
    }

    /// <summary>Gets the residual of the plan.</summary>
    public static PayItem Residual { get; } = new(PayItemKind.Residual);

    /// <summary>Gets the pay that the ramp of the plan guarantees.</summary>
    public static PayItem RampGuarantee { get; } = new(PayItemKind.RampGuarantee);

    /// <summary>Gets the draw of the plan that later earnings take back.</summary>
    public static PayItem RecoverableDraw { get; } = new(PayItemKind.RecoverableDraw);

    /// <summary>Gets the draw of the plan that is a guarantee.</summary>
    public static PayItem NonRecoverableDraw { get; } = new(PayItemKind.NonRecoverableDraw);

    /// <summary>Gets the balance that a negative statement leaves.</summary>
    public static PayItem Balance { get; } = new(PayItemKind.Balance);

    /// <summary>Gets what kind of item it is.</summary>
    public PayItemKind Kind { get; }

    /// <summary>Gets the measure of the component, or <see langword="null"/> for other kinds.</summary>
    public CompMeasure? Measure { get; }

    /// <summary>Gets the kind of the trigger, or <see langword="null"/> for other kinds.</summary>
    public ExpansionTriggerKind? Trigger { get; }

    /// <summary>Gets the name of the SPIFF, or <see langword="null"/> for other kinds.</summary>
    public string? Spiff { get; }

    /// <summary>Creates the item of a component.</summary>
    /// <param name="measure">The measure that the component is paid on.</param>
    /// <returns>The item.</returns>
    public static PayItem Of(CompMeasure measure) => new(PayItemKind.Component, measure: Guard.Against.Null(measure));

    /// <summary>Creates the item of an expansion trigger.</summary>
    /// <param name="trigger">The kind of the trigger.</param>
    /// <returns>The item.</returns>
    /// <exception cref="ArgumentException">The kind is not defined.</exception>
    public static PayItem Of(ExpansionTriggerKind trigger) =>
        new(PayItemKind.Trigger, trigger: Guard.Against.Undefined(trigger));

    /// <summary>Creates the item of a SPIFF.</summary>
    /// <param name="name">The name of the SPIFF; not blank.</param>
    /// <returns>The item.</returns>
    /// <exception cref="ArgumentException">The name is blank.</exception>
    public static PayItem OfSpiff(string name) => new(PayItemKind.Spiff, spiff: Guard.Against.Blank(name));

    /// <summary>Returns whether both are the same item.</summary>
    public bool Equals(PayItem? other) =>
        ReferenceEquals(this, other)
        || (other is not null
            && _hash == other._hash
            && Kind == other.Kind
            && Trigger == other.Trigger
            && Measure == other.Measure
            && string.Equals(Spiff, other.Spiff, StringComparison.Ordinal));

    /// <inheritdoc/>
    public override int GetHashCode() => _hash;

    /// <summary>Returns a readable description.</summary>
    public override string ToString() => Kind switch
    {
        PayItemKind.Component => Measure!.Name,
        PayItemKind.Trigger => "trigger " + InvariantText.Of(Trigger!.Value),
        PayItemKind.Spiff => "SPIFF " + Spiff,
        PayItemKind.Residual => "residual",
        PayItemKind.RampGuarantee => "ramp guarantee",
        PayItemKind.NonRecoverableDraw => "non-recoverable draw",
        PayItemKind.RecoverableDraw => "draw",
        _ => "balance",
    };
}

/// <summary>The kinds of <see cref="PayItem"/>.</summary>
public enum PayItemKind
{
    /// <summary>A component of the plan, by its measure.</summary>
    Component = 0,

    /// <summary>An expansion trigger, by its kind.</summary>
    Trigger = 1,

    /// <summary>A SPIFF, by its name.</summary>
    Spiff = 2,

    /// <summary>The residual.</summary>
    Residual = 3,

    /// <summary>The guarantee of a ramp.</summary>
    RampGuarantee = 4,

    /// <summary>A draw that is a guarantee.</summary>
    NonRecoverableDraw = 5,

    /// <summary>A draw that later earnings take back.</summary>
    RecoverableDraw = 6,

    /// <summary>The balance that a negative statement leaves.</summary>
    Balance = 7,
}
