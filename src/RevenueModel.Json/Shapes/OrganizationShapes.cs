using RevenueModel.Organization;

namespace RevenueModel.Json;

/// <summary>The JSON forms of charts, role requirements and capacity.</summary>
internal static class OrganizationShapes
{
    /// <summary>Adds the forms to a table.</summary>
    public static void AddTo(ShapeTable shapes)
    {
        shapes.AddEnum<RoleKind>();
        shapes.AddEnum<AttritionConvention>();
        shapes.Add<OrganizationRole>(OrganizationRoleForm);
        shapes.Add<OrganizationChart>(OrganizationChartForm);
        shapes.Add<RoleRequirement>(RoleRequirementForm);
        shapes.Add<RoleHeadcount>(RoleHeadcountForm);
        shapes.Add<CompanyState>(CompanyStateForm);
        shapes.Add<RequirementStatus>(RequirementStatusForm);
        shapes.Add<RampCurve>(RampCurveForm);
        shapes.Add<SalesHead>(SalesHeadForm);
        shapes.Add<CapacityTerms>(CapacityTermsForm);
        shapes.Add<AttritionTerms>(AttritionTermsForm);
        shapes.AddValue<CapacityMonth>(CapacityMonthForm);
        shapes.AddValue<CapacityEstimate>(CapacityEstimateForm);
        shapes.AddValue<HeadRequirement>(HeadRequirementForm);
        shapes.AddValue<HiringNeed>(HiringNeedForm);
        shapes.AddValue<HeadBridge>(HeadBridgeForm);
        shapes.Add<CapacityWaterfall>(CapacityWaterfallForm);
        shapes.Add<QuotaAssignment>(QuotaAssignmentForm);
    }

    private static Func<Values<OrganizationRole>, OrganizationRole> OrganizationRoleForm(
        RecordBuilder<OrganizationRole> record)
    {
        var name = record.Required("name", static x => x.Name, Forms.Name);
        var reportsTo = record.Optional("reportsTo", static x => x.ReportsTo, Forms.Name!);
        var kind = record.Optional("kind", static x => x.Kind);
        var planName = record.Optional("planName", static x => x.PlanName, Forms.Name!);
        var shows = record.Optional("shows", static x => x.Shows, Forms.List(Forms.Name));
        return values => new OrganizationRole
        {
            Name = values.Get(name),
            ReportsTo = values.Get(reportsTo),
            Kind = values.Get(kind),
            PlanName = values.Get(planName),
            Shows = values.Get(shows),
        };
    }

    private static Func<Values<OrganizationChart>, OrganizationChart> OrganizationChartForm(
        RecordBuilder<OrganizationChart> record)
    {
        var roles = record.Required("roles", static x => x.Roles, record.AtLeastOne<OrganizationRole>());
        return values => OrganizationChart.Of(values.Get(roles).AsSpan());
    }

    private static Func<Values<RoleRequirement>, RoleRequirement> RoleRequirementForm(
        RecordBuilder<RoleRequirement> record)
    {
        var name = record.Required("name", static x => x.Name, Forms.Name);
        var roles = record.Required("roles", static x => x.Roles, record.AtLeastOne<string>());
        var fromArr = record.Optional("fromArr", static x => x.FromArr, Forms.Positive.OrNull());
        var segments = record.Optional("segments", static x => x.Segments, Forms.List(Forms.Name));
        var paybackQuarters = record.Optional(
            "paybackQuarters", static x => x.PaybackQuarters, Forms.RatioBand.OrNull());
        var citation = record.Optional("citation", static x => x.Citation);
        return values => new RoleRequirement
        {
            Name = values.Get(name),
            Roles = values.Get(roles),
            FromArr = values.Get(fromArr),
            Segments = values.Get(segments),
            PaybackQuarters = values.Get(paybackQuarters),
            Citation = values.Get(citation),
        };
    }

    private static Func<Values<RoleHeadcount>, RoleHeadcount> RoleHeadcountForm(RecordBuilder<RoleHeadcount> record)
    {
        var role = record.Required("role", static x => x.Role, Forms.Name);
        var heads = record.Required("heads", static x => x.Heads, Forms.CountOrZero);
        var costPerYear = record.Optional("costPerYear", static x => x.CostPerYear);
        return values => new RoleHeadcount
        {
            Role = values.Get(role),
            Heads = values.Get(heads),
            CostPerYear = values.Get(costPerYear),
        };
    }

    private static Func<Values<CompanyState>, CompanyState> CompanyStateForm(RecordBuilder<CompanyState> record)
    {
        var asOf = record.Required("asOf", static x => x.AsOf);
        var arr = record.Required("arr", static x => x.Arr, Forms.NotNegative);
        var arrGrowth = record.Optional("arrGrowth", static x => x.ArrGrowth);
        var heads = record.Optional("heads", static x => x.Heads);
        var deals = record.Optional("deals", static x => x.Deals);
        return values => new CompanyState
        {
            AsOf = values.Get(asOf),
            Arr = values.Get(arr),
            ArrGrowth = values.Get(arrGrowth),
            Heads = values.Get(heads),
            Deals = values.Get(deals),
        };
    }

    private static Func<Values<RequirementStatus>, RequirementStatus> RequirementStatusForm(
        RecordBuilder<RequirementStatus> record)
    {
        var requirement = record.Required("requirement", static x => x.Requirement);
        var dueOn = record.Optional("dueOn", static x => x.DueOn);
        var isDue = record.Required("isDue", static x => x.IsDue);
        var missingRoles = record.Optional("missingRoles", static x => x.MissingRoles);
        var dealsPerPerson = record.Optional("dealsPerPerson", static x => x.DealsPerPerson);
        var costPerYear = record.Optional("costPerYear", static x => x.CostPerYear);
        var paidBackFrom = record.Optional("paidBackFrom", static x => x.PaidBackFrom);
        var paidBackBy = record.Optional("paidBackBy", static x => x.PaidBackBy);
        return values => new RequirementStatus
        {
            Requirement = values.Get(requirement),
            DueOn = values.Get(dueOn),
            IsDue = values.Get(isDue),
            MissingRoles = values.Get(missingRoles),
            DealsPerPerson = values.Get(dealsPerPerson),
            CostPerYear = values.Get(costPerYear),
            PaidBackFrom = values.Get(paidBackFrom),
            PaidBackBy = values.Get(paidBackBy),
        };
    }

    private static Func<Values<RampCurve>, RampCurve> RampCurveForm(RecordBuilder<RampCurve> record)
    {
        var shares = record.Required("shares", static x => x.Shares);
        return values => RampCurve.Of(values.Get(shares).AsSpan());
    }

    private static Func<Values<SalesHead>, SalesHead> SalesHeadForm(RecordBuilder<SalesHead> record)
    {
        var name = record.Required("name", static x => x.Name, Forms.Name);
        var employed = record.Required("employed", static x => x.Employed);
        var leave = record.Optional("leave", static x => x.Leave);
        return values => new SalesHead
        {
            Name = values.Get(name),
            Employed = values.Get(employed),
            Leave = values.Get(leave),
        };
    }

    private static Func<Values<CapacityTerms>, CapacityTerms> CapacityTermsForm(RecordBuilder<CapacityTerms> record)
    {
        var standard = new CapacityTerms { AnnualQuota = 1m };
        var annualQuota = record.Required("annualQuota", static x => x.AnnualQuota);
        var attainment = record.Optional("attainment", static x => x.Attainment, fallback: standard.Attainment);
        var ramp = record.Optional("ramp", static x => x.Ramp, fallback: standard.Ramp);
        var seasonality = record.Optional("seasonality", static x => x.Seasonality);
        return values => new CapacityTerms
        {
            AnnualQuota = values.Get(annualQuota),
            Attainment = values.Get(attainment),
            Ramp = values.Get(ramp),
            Seasonality = values.Get(seasonality),
        };
    }

    private static Func<Values<AttritionTerms>, AttritionTerms> AttritionTermsForm(
        RecordBuilder<AttritionTerms> record)
    {
        var perYear = record.Required("perYear", static x => x.PerYear);
        var convention = record.Optional("convention", static x => x.Convention);
        var backfillMonths = record.Optional("backfillMonths", static x => x.BackfillMonths);
        return values => new AttritionTerms
        {
            PerYear = values.Get(perYear),
            Convention = values.Get(convention),
            BackfillMonths = values.Get(backfillMonths),
        };
    }

    private static Func<Values<CapacityMonth>, CapacityMonth> CapacityMonthForm(RecordBuilder<CapacityMonth> record)
    {
        var month = record.Required("month", static x => x.Month);
        var heads = record.Required("heads", static x => x.Heads);
        var rampedHeads = record.Required("rampedHeads", static x => x.RampedHeads);
        var quota = record.Required("quota", static x => x.Quota);
        var bookings = record.Required("bookings", static x => x.Bookings);
        var leavers = record.Required("leavers", static x => x.Leavers);
        var backfills = record.Required("backfills", static x => x.Backfills);
        return values => new CapacityMonth(
            values.Get(month),
            values.Get(heads),
            values.Get(rampedHeads),
            values.Get(quota),
            values.Get(bookings),
            values.Get(leavers),
            values.Get(backfills));
    }

    private static Func<Values<CapacityEstimate>, CapacityEstimate> CapacityEstimateForm(
        RecordBuilder<CapacityEstimate> record)
    {
        var ramped = record.Required("ramped", static x => x.Ramped);
        var ramping = record.Required("ramping", static x => x.Ramping);
        return values => new CapacityEstimate(values.Get(ramped), values.Get(ramping));
    }

    private static Func<Values<HeadRequirement>, HeadRequirement> HeadRequirementForm(
        RecordBuilder<HeadRequirement> record)
    {
        var quota = record.Required("quota", static x => x.Quota);
        var exactHeads = record.Required("exactHeads", static x => x.ExactHeads);
        var heads = record.Required("heads", static x => x.Heads);
        return values => new HeadRequirement(values.Get(quota), values.Get(exactHeads), values.Get(heads));
    }

    private static Func<Values<HiringNeed>, HiringNeed> HiringNeedForm(RecordBuilder<HiringNeed> record)
    {
        var start = record.Required("start", static x => x.Start);
        var shortfall = record.Required("shortfall", static x => x.Shortfall);
        var bookingsPerHire = record.Required("bookingsPerHire", static x => x.BookingsPerHire);
        var hires = record.Optional("hires", static x => x.Hires);
        return values => new HiringNeed(
            values.Get(start), values.Get(shortfall), values.Get(bookingsPerHire), values.Get(hires));
    }

    private static Func<Values<HeadBridge>, HeadBridge> HeadBridgeForm(RecordBuilder<HeadBridge> record)
    {
        var span = record.Required("span", static x => x.Span);
        var opening = record.Required("opening", static x => x.Opening);
        var started = record.Required("started", static x => x.Started);
        var left = record.Required("left", static x => x.Left);
        return values => new HeadBridge(
            values.Get(span), values.Get(opening), values.Get(started), values.Get(left));
    }

    private static Func<Values<CapacityWaterfall>, CapacityWaterfall> CapacityWaterfallForm(
        RecordBuilder<CapacityWaterfall> record)
    {
        var opening = record.Required("opening", static x => x.Opening, Forms.NotNegative);
        var lost = record.Required("lost", static x => x.Lost, Forms.NotNegative);
        var recovered = record.Required("recovered", static x => x.Recovered, Forms.NotNegative);
        return values => new CapacityWaterfall
        {
            Opening = values.Get(opening),
            Lost = values.Get(lost),
            Recovered = values.Get(recovered),
        };
    }

    private static Func<Values<QuotaAssignment>, QuotaAssignment> QuotaAssignmentForm(
        RecordBuilder<QuotaAssignment> record)
    {
        var standard = new QuotaAssignment { Target = 0m, Heads = 1 };
        var target = record.Required("target", static x => x.Target, Forms.NotNegative);
        var renewals = record.Optional("renewals", static x => x.Renewals);
        var salesShare = record.Optional("salesShare", static x => x.SalesShare, fallback: standard.SalesShare);
        var heads = record.Required("heads", static x => x.Heads, Forms.Count);
        var buffer = record.Optional("buffer", static x => x.Buffer);
        return values => new QuotaAssignment
        {
            Target = values.Get(target),
            Renewals = values.Get(renewals),
            SalesShare = values.Get(salesShare),
            Heads = values.Get(heads),
            Buffer = values.Get(buffer),
        };
    }
}
