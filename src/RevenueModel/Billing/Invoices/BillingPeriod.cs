using RevenueModel.Primitives;

namespace RevenueModel.Billing;

/// <summary>The period that an invoice is for: how much of it was served, and whether it is over.</summary>
/// <remarks>Immutable; equal by value. The ends are exclusive: January is <c>[01-01, 02-01)</c>. Made by the static
/// methods.</remarks>
public sealed record BillingPeriod
{
    private BillingPeriod(DateSpan span, DateSpan service, bool isOver)
    {
        Span = span;
        Service = service;
        IsOver = isOver;
    }

    /// <summary>The whole period: a month, a quarter, a year.</summary>
    public DateSpan Span { get; }

    /// <summary>The part of it that is billed.</summary>
    public DateSpan Service { get; }

    /// <summary>Whether it is over, so that what is missing to a commitment is billed.</summary>
    public bool IsOver { get; }

    /// <summary>Creates a period that is over and was served as a whole.</summary>
    /// <param name="span">The period, of whole months.</param>
    /// <exception cref="ArgumentException">It is open, or is not whole months.</exception>
    public static BillingPeriod Of(DateSpan span)
    {
        _ = ProrationCalculator.MonthsIn(span, nameof(span));
        return new BillingPeriod(span, span, isOver: true);
    }

    /// <summary>Creates a period that is over and was served in part: what is by period is prorated.</summary>
    /// <param name="span">The whole period, of whole months.</param>
    /// <param name="service">The part that was served; what lies outside the period does not count.</param>
    /// <exception cref="ArgumentException">The period is open or is not whole months, or none of it was served.</exception>
    public static BillingPeriod InPart(DateSpan span, DateSpan service)
    {
        _ = ProrationCalculator.MonthsIn(span, nameof(span));
        return span.Intersect(service) is { } part
            ? new BillingPeriod(span, part, isOver: true)
            : throw DomainGuards.OutOfRange(nameof(service), service, $"a span that shares a day with the period {span}");
    }

    /// <summary>The same period while it lasts: an invoice in between, for usage so far.</summary>
    public BillingPeriod InProgress() => new(Span, Service, isOver: false);

    /// <summary>The period in words.</summary>
    public override string ToString() =>
        Span + (Service == Span ? "" : ", served " + Service) + (IsOver ? "" : ", in progress");
}
