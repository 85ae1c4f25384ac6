using System.Text.Json.Serialization;
using Ardalis.GuardClauses;
using RevenueModel.Primitives;

namespace RevenueModel.Compensation;

/// <summary>The subject of a statement line: a measure, a trigger, a SPIFF, or a rule of the plan.</summary>
/// <remarks>
/// Immutable; equal by value. Issued statements are compared with the current ledger by this key. Printed names are
/// not part of it.
/// </remarks>
[JsonConverter(typeof(JsonCompanionRequired))]
public sealed record PayItem
{
    private readonly int _hash;

    private PayItem(
        PayItemKind kind,
        CompMeasure? measure = null,
        ExpansionTriggerKind? trigger = null,
        string? spiff = null,
        string? spiffName = null)
    {
        Kind = kind;
        Measure = measure;
        Trigger = trigger;
        Spiff = spiff;
        SpiffName = spiffName ?? spiff;
        _hash = HashCode.Combine(kind, measure, trigger, spiff);
    }

    /// <summary>Gets the residual of the plan.</summary>
    public static PayItem Residual { get; } = new(PayItemKind.Residual);

    /// <summary>Gets the pay that the ramp of the plan guarantees.</summary>
    public static PayItem RampGuarantee { get; } = new(PayItemKind.RampGuarantee);

    /// <summary>Gets the recoverable draw of the plan.</summary>
    public static PayItem RecoverableDraw { get; } = new(PayItemKind.RecoverableDraw);

    /// <summary>Gets the non-recoverable draw of the plan.</summary>
    public static PayItem NonRecoverableDraw { get; } = new(PayItemKind.NonRecoverableDraw);

    /// <summary>Gets the pay that was earned before the first statement and becomes payable later.</summary>
    public static PayItem Opening { get; } = new(PayItemKind.Opening);

    /// <summary>Gets the balance that a negative statement leaves.</summary>
    public static PayItem Balance { get; } = new(PayItemKind.Balance);

    /// <summary>Gets the kind of the item.</summary>
    public PayItemKind Kind { get; }

    /// <summary>Gets the measure of the component, or <see langword="null"/> for other kinds.</summary>
    public CompMeasure? Measure { get; }

    /// <summary>Gets the kind of the trigger, or <see langword="null"/> for other kinds.</summary>
    public ExpansionTriggerKind? Trigger { get; }

    /// <summary>Gets the id of the SPIFF, or <see langword="null"/> for other kinds.</summary>
    public string? Spiff { get; }

    /// <summary>Gets the name of the SPIFF, which is only printed, or <see langword="null"/> for other
    /// kinds.</summary>
    public string? SpiffName { get; }

    /// <summary>Creates the item of a component.</summary>
    /// <param name="measure">The measure that the component is paid on.</param>
    /// <returns>The item.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="measure"/> is null.</exception>
    public static PayItem Of(CompMeasure measure) => new(PayItemKind.Component, measure: Guard.Against.Null(measure));

    /// <summary>Creates the item of an expansion trigger.</summary>
    /// <param name="trigger">The kind of the trigger.</param>
    /// <returns>The item.</returns>
    /// <exception cref="ArgumentException">The kind is not defined.</exception>
    public static PayItem Of(ExpansionTriggerKind trigger) =>
        new(PayItemKind.Trigger, trigger: Guard.Against.Undefined(trigger));

    /// <summary>Creates the item of a SPIFF.</summary>
    /// <param name="id">The id of the SPIFF; not blank.</param>
    /// <param name="name">The name to print; not blank. Default: the id.</param>
    /// <returns>The item.</returns>
    /// <exception cref="ArgumentException">The id or the name is blank.</exception>
    public static PayItem OfSpiff(string id, string? name = null) => new(
        PayItemKind.Spiff, spiff: Guard.Against.Blank(id), spiffName: Guard.Against.BlankWhenGiven(name));

    /// <summary>Returns whether both are the same item, ignoring the name of a SPIFF.</summary>
    /// <param name="other">The other item; may be null.</param>
    /// <returns><see langword="true"/> if they are equal.</returns>
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
        PayItemKind.Spiff => "SPIFF " + SpiffName,
        PayItemKind.Residual => "residual",
        PayItemKind.RampGuarantee => "ramp guarantee",
        PayItemKind.NonRecoverableDraw => "non-recoverable draw",
        PayItemKind.RecoverableDraw => "draw",
        PayItemKind.Opening => "opening balance",
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

    /// <summary>A SPIFF, by its id.</summary>
    Spiff = 2,

    /// <summary>The residual.</summary>
    Residual = 3,

    /// <summary>The guarantee of a ramp.</summary>
    RampGuarantee = 4,

    /// <summary>A non-recoverable draw.</summary>
    NonRecoverableDraw = 5,

    /// <summary>A recoverable draw.</summary>
    RecoverableDraw = 6,

    /// <summary>The balance that a negative statement leaves.</summary>
    Balance = 7,

    /// <summary>Pay that was earned before the first statement.</summary>
    Opening = 8,
}
