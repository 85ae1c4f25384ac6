using RevenueModel.Compensation;

namespace RevenueModel.Json;

/// <summary>The JSON forms of the rules of comp plans.</summary>
internal static class CompRuleShapes
{
    /// <summary>Adds the forms to a table.</summary>
    public static void AddTo(ShapeTable shapes)
    {
        shapes.Add<Absence>(AbsenceForm);
        shapes.Add(new UnionShape<Draw>(
            nameof(Draw),
            new Case<Draw, Draw>(
                "recoverable",
                new RecordShape<Draw>(shapes, "Draw.recoverable", static record =>
                {
                    record.Kind("recoverable");
                    var amount = record.Required("annualAmount", static x => x.AnnualAmount, Forms.NotNegative);
                    var months = record.Optional("months", static x => x.Months, Forms.Months.OrNull());
                    var recovery = record.Optional("recovery", static x => x.Recovery);
                    var startsAfter = record.Optional(
                        "recoveryStartsAfterMonths", static x => x.RecoveryStartsAfterMonths, Forms.CountOrZero);
                    var atEnd = record.Optional("atEnd", static x => x.AtEnd);
                    return values => Draw.Recoverable(
                        values.Get(amount),
                        values.Get(months),
                        values.Get(recovery),
                        values.Get(startsAfter),
                        values.Get(atEnd));
                }),
                static draw => draw.Kind == DrawKind.Recoverable),
            new Case<Draw, Draw>(
                "nonRecoverable",
                new RecordShape<Draw>(shapes, "Draw.nonRecoverable", static record =>
                {
                    record.Kind("nonRecoverable");
                    var amount = record.Required("annualAmount", static x => x.AnnualAmount, Forms.NotNegative);
                    var months = record.Optional("months", static x => x.Months, Forms.Months.OrNull());
                    return values => Draw.NonRecoverable(values.Get(amount), values.Get(months));
                }),
                static draw => draw.Kind == DrawKind.NonRecoverable)));
        shapes.Add<ExpansionTrigger>(ExpansionTriggerForm);
        shapes.AddValue<RampMonth>(RampMonthForm);
        shapes.AddValue<Ramp>(RampForm);
        shapes.AddValue<VestingSchedule>(VestingScheduleForm);
        shapes.Add<Clawback>(ClawbackForm);
        shapes.Add<CreditGate>(CreditGateForm);
        shapes.Add<Residual>(ResidualForm);
        shapes.Add<Spiff>(SpiffForm);
        shapes.Add<WindfallRule>(WindfallRuleForm);
    }

    private static Func<Values<Absence>, Absence> AbsenceForm(RecordBuilder<Absence> record)
    {
        var days = record.Required("days", static x => x.Days);
        var quota = record.Optional("quota", static x => x.Quota);
        var pausesDraw = record.Optional("pausesDraw", static x => x.PausesDraw);
        return values => Absence.Of(values.Get(days), values.Get(quota), values.Get(pausesDraw));
    }

    private static Func<Values<ExpansionTrigger>, ExpansionTrigger> ExpansionTriggerForm(
        RecordBuilder<ExpansionTrigger> record)
    {
        var kind = record.Required("kind", static x => x.Kind);
        var rate = record.Optional("rate", static x => x.Rate, Forms.Share.OrNull());
        var amount = record.Optional("amount", static x => x.Amount, Forms.NotNegative.OrNull());
        return values =>
        {
            if (values.Get(rate) is { } share)
            {
                values.Refuse("beside a rate", amount);
                return ExpansionTrigger.AtRate(values.Get(kind), share);
            }

            return values.Get(amount) is { } each
                ? ExpansionTrigger.AtAmount(values.Get(kind), each)
                : throw values.Missing("without an amount", rate);
        };
    }

    private static Func<Values<RampMonth>, RampMonth> RampMonthForm(RecordBuilder<RampMonth> record)
    {
        var quotaShare = record.Required("quotaShare", static x => x.QuotaShare, Forms.Share);
        var guaranteedShare = record.Optional("guaranteedShare", static x => x.GuaranteedShare, Forms.Share);
        return values => RampMonth.Of(values.Get(quotaShare), values.Get(guaranteedShare));
    }

    private static Func<Values<Ramp>, Ramp> RampForm(RecordBuilder<Ramp> record)
    {
        var months = record.Optional("months", static x => x.Months);
        return values => Ramp.Of(values.Get(months).AsSpan());
    }

    private static Func<Values<VestingSchedule>, VestingSchedule> VestingScheduleForm(
        RecordBuilder<VestingSchedule> record)
    {
        var shares = record.Required("shares", static x => x.Shares, Forms.List(Forms.Share, least: 1));
        return values => VestingSchedule.Of(values.Get(shares).AsSpan());
    }

    private static Func<Values<Clawback>, Clawback> ClawbackForm(RecordBuilder<Clawback> record)
    {
        var windowMonths = record.Required("windowMonths", static x => x.WindowMonths, Forms.Whole(1, 1200));
        var share = record.Optional("share", static x => x.Share, Forms.Share, fallback: 1m);
        var declinesMonthly = record.Optional("declinesMonthly", static x => x.DeclinesMonthly);
        var causes = record.Optional(
            "causes", static x => x.Causes, fallback: ClawbackCauses.Churn | ClawbackCauses.NonPayment);
        return values => new Clawback
        {
            WindowMonths = values.Get(windowMonths),
            Share = values.Get(share),
            DeclinesMonthly = values.Get(declinesMonthly),
            Causes = values.Get(causes),
        };
    }

    private static Func<Values<CreditGate>, CreditGate> CreditGateForm(RecordBuilder<CreditGate> record)
    {
        var name = record.Required("name", static x => x.Name, Forms.Name);
        var requiredEngagement = record.Optional("requiredEngagement", static x => x.RequiredEngagement);
        var requiredMilestone = record.Optional(
            "requiredMilestone", static x => x.RequiredMilestone, Forms.Name!);
        var segments = record.Optional("segments", static x => x.Segments);
        return values => new CreditGate
        {
            Name = values.Get(name),
            RequiredEngagement = values.Get(requiredEngagement),
            RequiredMilestone = values.Get(requiredMilestone),
            Segments = values.Get(segments),
        };
    }

    private static Func<Values<Residual>, Residual> ResidualForm(RecordBuilder<Residual> record)
    {
        var rate = record.Required("rate", static x => x.Rate, Forms.Share);
        var months = record.Optional("months", static x => x.Months, Forms.Whole(1, 1200), fallback: 18);
        var anchor = record.Optional("anchor", static x => x.Anchor);
        var basis = record.Optional("basis", static x => x.Basis);
        return values => new Residual
        {
            Rate = values.Get(rate),
            Months = values.Get(months),
            Anchor = values.Get(anchor),
            Basis = values.Get(basis),
        };
    }

    private static Func<Values<Spiff>, Spiff> SpiffForm(RecordBuilder<Spiff> record)
    {
        var name = record.Required("name", static x => x.Name, Forms.Name);
        var id = record.Optional<string>(
            "id", static x => x.Id, Forms.Name, isWritten: static x => x.HasId);
        var measure = record.Required("measure", static x => x.Measure);
        var window = record.Required("window", static x => x.Window);
        var rate = record.Optional("rate", static x => x.Rate, Forms.Share);
        var amountPerDeal = record.Optional("amountPerDeal", static x => x.AmountPerDeal, Forms.NotNegative);
        var budget = record.Optional("budget", static x => x.Budget, Forms.NotNegative.OrNull());
        var isTeamBudget = record.Optional("isTeamBudget", static x => x.IsTeamBudget);
        return values =>
        {
            var read = new Spiff
            {
                Name = values.Get(name),
                Measure = values.Get(measure),
                Window = values.Get(window),
                Rate = values.Get(rate),
                AmountPerDeal = values.Get(amountPerDeal),
                Budget = values.Get(budget),
                IsTeamBudget = values.Get(isTeamBudget),
            };
            return values.Has(id) ? read with { Id = values.Get(id) } : read;
        };
    }

    private static Func<Values<WindfallRule>, WindfallRule> WindfallRuleForm(RecordBuilder<WindfallRule> record)
    {
        var limit = record.Required("limit", static x => x.Limit, Forms.Positive);
        var basis = record.Optional("basis", static x => x.Basis);
        var reducedShare = record.Optional("reducedShare", static x => x.ReducedShare, Forms.Share, fallback: 1m);
        return values => new WindfallRule
        {
            Limit = values.Get(limit),
            Basis = values.Get(basis),
            ReducedShare = values.Get(reducedShare),
        };
    }
}
