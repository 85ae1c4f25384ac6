using RevenueModel.Compensation;
using RevenueModel.Primitives;

namespace RevenueModel.Json;

/// <summary>The JSON forms of comp plans and their components.</summary>
internal static class CompPlanShapes
{
    /// <summary>Adds the forms to a table.</summary>
    public static void AddTo(ShapeTable shapes)
    {
        shapes.Add(new MeasureShape(shapes));
        shapes.AddValue<PayMix>(PayMixForm).Naming(("baseShare", "variable"), ("variableShare", "variable"));
        shapes.Add<PayTarget>(PayTargetForm).Naming(("level", "amount"));
        shapes.Add<PayoutCurve>(PayoutCurveForm).Naming(("attainment", "attainmentCap"));
        shapes.Add<ComponentTerms>(ComponentTermsForm);
        shapes.Add<CompAssignment>(CompAssignmentForm);
        shapes.Add<AttainmentBasis>(AttainmentBasisForm);
        shapes.Add<CompPlan>(CompPlanForm);
        shapes.Add<PayComponent>(PayComponentForm);
        shapes.AddValue<PayoutPoint>(PayoutPointForm);
        shapes.Add<RateFactor>(RateFactorForm);
    }

    private static Func<Values<PayMix>, PayMix> PayMixForm(RecordBuilder<PayMix> record)
    {
        var variable = record.Required("variable", static x => x.Variable, Forms.Share);
        return values => PayMix.Of(1m - values.Get(variable), values.Get(variable));
    }

    private static Func<Values<PayTarget>, PayTarget> PayTargetForm(RecordBuilder<PayTarget> record)
    {
        var amount = record.Required("amount", static x => x.Amount, Forms.Positive);
        var basis = record.Optional("basis", static x => x.Basis);
        var shares = record.Optional("shares", static x => x.Shares, Forms.List(Forms.Share));
        return values =>
        {
            PayTarget target = values.Get(basis) switch
            {
                TargetBasis.Quarter => PayTarget.PerQuarter(values.Get(amount)),
                TargetBasis.Month => PayTarget.PerMonth(values.Get(amount)),
                TargetBasis.Level => PayTarget.Level(values.Get(amount)),
                _ => PayTarget.PerYear(values.Get(amount)),
            };
            return values.Get(shares) is { IsEmpty: false } seasons ? target.Seasonal(seasons.AsSpan()) : target;
        };
    }

    private static Func<Values<PayoutCurve>, PayoutCurve> PayoutCurveForm(RecordBuilder<PayoutCurve> record)
    {
        var tiers = record.Required("tiers", static x => x.Tiers.Tiers, record.AtLeastOne<Tier>());
        var boundary = record.Optional("boundary", static x => x.Tiers.Boundary);
        var threshold = record.Optional("threshold", static x => x.Threshold, Forms.Ratio);
        var thresholdRule = record.Optional("thresholdRule", static x => x.ThresholdRule);
        var cap = record.Optional("attainmentCap", static x => x.AttainmentCap, Forms.PositiveRatio.OrNull());
        return values =>
        {
            PayoutCurve curve = PayoutCurve.Of(TierSchedule.Of(values.Get(boundary), values.Get(tiers).AsSpan()));
            curve = values.Has(threshold) || values.Has(thresholdRule)
                ? curve.WithThreshold(values.Get(threshold), values.Get(thresholdRule))
                : curve;
            return values.Get(cap) is { } most ? curve.WithCap(most) : curve;
        };
    }

    private static Func<Values<ComponentTerms>, ComponentTerms> ComponentTermsForm(
        RecordBuilder<ComponentTerms> record)
    {
        var target = record.Optional("target", static x => x.Target);
        var targetPay = record.Optional("targetPay", static x => x.TargetPay);
        var curve = record.Optional("curve", static x => x.Curve);
        var rates = record.Optional("rates", static x => x.Rates);
        var acceleratedFrom = record.Optional("acceleratedFrom", static x => x.AcceleratedFrom, Forms.NotNegative);
        var amountCap = record.Optional("amountCap", static x => x.AmountCap, Forms.NotNegative.OrNull());
        return values =>
        {
            ComponentTerms terms;
            if (values.Get(rates) is { } schedule)
            {
                values.Refuse("beside rates", targetPay, curve);
                terms = ComponentTerms.OfRates(schedule, values.Get(amountCap));
                terms = values.Get(target) is { } quota
                    ? new ComponentTerms(schedule, values.Get(amountCap), quota)
                    : terms;
            }
            else
            {
                terms = values.Get(target) is { } at && values.Get(targetPay) is { } pay
                    && values.Get(curve) is { } along
                    ? ComponentTerms.Of(at, pay, along, values.Get(amountCap))
                    : throw values.Missing("without rates", target, targetPay, curve);
            }

            return terms.AcceleratingFrom(values.Get(acceleratedFrom));
        };
    }

    private static Func<Values<CompAssignment>, CompAssignment> CompAssignmentForm(
        RecordBuilder<CompAssignment> record)
    {
        var plan = record.Required("plan", static x => x.Plan);
        var inForce = record.Optional(
            "inForce", static x => x.InForce, isWritten: static x => x.InForce != x.Plan.Effective);
        var continuity = record.Optional("continuity", static x => x.Continuity);
        var absences = record.Optional("absences", static x => x.Absences);
        return values =>
        {
            CompAssignment assignment = values.Has(inForce)
                ? CompAssignment.Of(values.Get(plan), values.Get(inForce))
                : CompAssignment.Of(values.Get(plan));
            return assignment with { Continuity = values.Get(continuity), Absences = values.Get(absences) };
        };
    }

    private static Func<Values<AttainmentBasis>, AttainmentBasis> AttainmentBasisForm(
        RecordBuilder<AttainmentBasis> record)
    {
        var measures = record.Required("measures", static x => x.Measures, record.AtLeastOne<CompMeasure>());
        var target = record.Required("target", static x => x.Target);
        return values => new AttainmentBasis
        {
            Measures = values.Get(measures),
            Target = values.Get(target),
        };
    }

    private static Func<Values<CompPlan>, CompPlan> CompPlanForm(RecordBuilder<CompPlan> record)
    {
        var role = record.Required("role", static x => x.Role, Forms.Name);
        var id = record.Optional<string>(
            "id", static x => x.Id, Forms.Name, isWritten: static x => x.HasId);
        var segment = record.Optional("segment", static x => x.Segment, Forms.Name!);
        var onTargetEarnings = record.Optional(
            "onTargetEarnings", static x => x.OnTargetEarnings, Forms.Positive.OrNull());
        var payMix = record.Optional("payMix", static x => x.PayMix);
        var components = record.Optional("components", static x => x.Components);
        var effective = record.Optional("effective", static x => x.Effective);
        var calendar = record.Optional("calendar", static x => x.Calendar);
        var ramp = record.Optional("ramp", static x => x.Ramp);
        var quotaOnLeaving = record.Optional("quotaOnLeaving", static x => x.QuotaOnLeaving);
        var draw = record.Optional("draw", static x => x.Draw);
        var vesting = record.Optional("vesting", static x => x.Vesting);
        var paymentTrigger = record.Optional("paymentTrigger", static x => x.PaymentTrigger);
        var residual = record.Optional("residual", static x => x.Residual);
        var triggers = record.Optional("triggers", static x => x.Triggers);
        var spiffs = record.Optional("spiffs", static x => x.Spiffs);
        var gates = record.Optional("gates", static x => x.Gates);
        var windfall = record.Optional("windfall", static x => x.Windfall);
        var clawback = record.Optional("clawback", static x => x.Clawback);
        var dayCount = record.Optional("dayCount", static x => x.DayCount);
        var rounding = record.Optional("rounding", static x => x.Rounding, fallback: RoundingPolicy.Cents);
        var citation = record.Optional("citation", static x => x.Citation);
        return values =>
        {
            var read = new CompPlan
            {
                Role = values.Get(role),
                Segment = values.Get(segment),
                OnTargetEarnings = values.Get(onTargetEarnings),
                PayMix = values.Get(payMix),
                Components = values.Get(components),
                Effective = values.Get(effective),
                Calendar = values.Get(calendar),
                Ramp = values.Get(ramp),
                QuotaOnLeaving = values.Get(quotaOnLeaving),
                Draw = values.Get(draw),
                Vesting = values.Get(vesting),
                PaymentTrigger = values.Get(paymentTrigger),
                Residual = values.Get(residual),
                Triggers = values.Get(triggers),
                Spiffs = values.Get(spiffs),
                Gates = values.Get(gates),
                Windfall = values.Get(windfall),
                Clawback = values.Get(clawback),
                DayCount = values.Get(dayCount),
                Rounding = values.Get(rounding),
                Citation = values.Get(citation),
            };
            return values.Has(id) ? read with { Id = values.Get(id) } : read;
        };
    }

    private static Func<Values<PayComponent>, PayComponent> PayComponentForm(RecordBuilder<PayComponent> record)
    {
        var measure = record.Required("measure", static x => x.Measure);
        var weight = record.Optional("weight", static x => x.Weight, Forms.PositiveShare, fallback: 1m);
        var target = record.Optional("target", static x => x.Target);
        var curve = record.Optional("curve", static x => x.Curve, fallback: PayoutCurve.Linear);
        var rates = record.Optional("rates", static x => x.Rates);
        var period = record.Optional("period", static x => x.Period);
        var acceleratesFrom = record.Optional("acceleratesFrom", static x => x.AcceleratesFrom);
        var attainedBy = record.Optional("attainedBy", static x => x.AttainedBy);
        var rateFactors = record.Optional("rateFactors", static x => x.RateFactors);
        var amountCap = record.Optional("amountCap", static x => x.AmountCap, Forms.NotNegative.OrNull());
        return values => new PayComponent
        {
            Measure = values.Get(measure),
            Weight = values.Get(weight),
            Target = values.Get(target),
            Curve = values.Get(curve),
            Rates = values.Get(rates),
            Period = values.Get(period),
            AcceleratesFrom = values.Get(acceleratesFrom),
            AttainedBy = values.Get(attainedBy),
            RateFactors = values.Get(rateFactors),
            AmountCap = values.Get(amountCap),
        };
    }

    private static Func<Values<PayoutPoint>, PayoutPoint> PayoutPointForm(RecordBuilder<PayoutPoint> record)
    {
        var attainment = record.Required("attainment", static x => x.Attainment);
        var payout = record.Required("payout", static x => x.Payout);
        return values => new PayoutPoint(values.Get(attainment), values.Get(payout));
    }

    private static Func<Values<RateFactor>, RateFactor> RateFactorForm(RecordBuilder<RateFactor> record)
    {
        var factor = record.Required("factor", static x => x.Factor, Forms.NotNegative);
        var product = record.Optional("product", static x => x.Product, Forms.Name!);
        var minTermMonths = record.Optional("minTermMonths", static x => x.MinTermMonths, Forms.Count.OrNull());
        return values => new RateFactor
        {
            Factor = values.Get(factor),
            Product = values.Get(product),
            MinTermMonths = values.Get(minTermMonths),
        };
    }
}
