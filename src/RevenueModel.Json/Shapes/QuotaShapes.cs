using RevenueModel.Organization;

namespace RevenueModel.Json;

/// <summary>The JSON forms of capacity at risk, quotas, attainment and expansion teams.</summary>
internal static class QuotaShapes
{
    /// <summary>Adds the forms to a table.</summary>
    public static void AddTo(ShapeTable shapes)
    {
        shapes.AddFlags<CapacityRisks>();
        shapes.Add<HeadCapacity>(HeadCapacityForm);
        shapes.Add<CapacityRiskTerms>(CapacityRiskTermsForm);
        shapes.Add<CapacityAtRisk>(CapacityAtRiskForm);
        shapes.Add<RepQuota>(RepQuotaForm);
        shapes.Add<OverAssignment>(OverAssignmentForm);
        shapes.Add<OverAssignmentSummary>(OverAssignmentSummaryForm);
        shapes.Add<AttainmentOptions>(AttainmentOptionsForm);
        shapes.Add<AttainmentBand>(AttainmentBandForm);
        shapes.Add<AttainmentProfile>(AttainmentProfileForm);
        shapes.Add<TeamBookings>(TeamBookingsForm);
        shapes.Add<ExpansionAccount>(ExpansionAccountForm);
        shapes.Add<ExpansionTeam>(ExpansionTeamForm);
        shapes.Add<ExpansionTeamAccounts>(ExpansionTeamAccountsForm);
        shapes.Add<ExpansionMove>(ExpansionMoveForm);
        shapes.Add<ExpansionAssignment>(ExpansionAssignmentForm);
        shapes.AddKeyed<string, CapacityAtRisk>();
        shapes.AddKeyed<string, OverAssignment>();
        shapes.AddKeyed<string, QuotaAssignment>();
    }

    private static Func<Values<HeadCapacity>, HeadCapacity> HeadCapacityForm(RecordBuilder<HeadCapacity> record)
    {
        var name = record.Required("name", static x => x.Name, Forms.Name);
        var segment = record.Optional("segment", static x => x.Segment, Forms.Name!);
        var capacity = record.Required("capacity", static x => x.Capacity, Forms.NotNegative);
        var attainment = record.Optional("attainment", static x => x.Attainment, Forms.NotNegative.OrNull());
        var isRamping = record.Optional("isRamping", static x => x.IsRamping);
        var isOpen = record.Optional("isOpen", static x => x.IsOpen);
        var leaveProbability = record.Optional(
            "leaveProbability", static x => x.LeaveProbability, Forms.Share.OrNull());
        return values => new HeadCapacity
        {
            Name = values.Get(name),
            Segment = values.Get(segment),
            Capacity = values.Get(capacity),
            Attainment = values.Get(attainment),
            IsRamping = values.Get(isRamping),
            IsOpen = values.Get(isOpen),
            LeaveProbability = values.Get(leaveProbability),
        };
    }

    private static Func<Values<CapacityRiskTerms>, CapacityRiskTerms> CapacityRiskTermsForm(
        RecordBuilder<CapacityRiskTerms> record)
    {
        var risks = record.Optional("risks", static x => x.Risks, fallback: CapacityRisks.All);
        var attainmentThreshold = record.Optional(
            "attainmentThreshold", static x => x.AttainmentThreshold, fallback: 0.5m);
        var attrition = record.Optional("attrition", static x => x.Attrition);
        return values => new CapacityRiskTerms
        {
            Risks = values.Get(risks),
            AttainmentThreshold = values.Get(attainmentThreshold),
            Attrition = values.Get(attrition),
        };
    }

    private static Func<Values<CapacityAtRisk>, CapacityAtRisk> CapacityAtRiskForm(
        RecordBuilder<CapacityAtRisk> record)
    {
        var planned = record.Required("planned", static x => x.Planned);
        var lowAttainment = record.Required("lowAttainment", static x => x.LowAttainment);
        var ramping = record.Required("ramping", static x => x.Ramping);
        var attrition = record.Required("attrition", static x => x.Attrition);
        var openPositions = record.Required("openPositions", static x => x.OpenPositions);
        var union = record.Required("union", static x => x.Union);
        var unknownAttainmentCount = record.Optional(
            "unknownAttainmentCount", static x => x.UnknownAttainmentCount, Forms.CountOrZero);
        return values => new CapacityAtRisk
        {
            Planned = values.Get(planned),
            LowAttainment = values.Get(lowAttainment),
            Ramping = values.Get(ramping),
            Attrition = values.Get(attrition),
            OpenPositions = values.Get(openPositions),
            Union = values.Get(union),
            UnknownAttainmentCount = values.Get(unknownAttainmentCount),
        };
    }

    private static Func<Values<RepQuota>, RepQuota> RepQuotaForm(RecordBuilder<RepQuota> record)
    {
        var name = record.Required("name", static x => x.Name, Forms.Name);
        var segment = record.Optional("segment", static x => x.Segment, Forms.Name!);
        var quota = record.Required("quota", static x => x.Quota, Forms.NotNegative);
        return values => new RepQuota
        {
            Name = values.Get(name),
            Segment = values.Get(segment),
            Quota = values.Get(quota),
        };
    }

    private static Func<Values<OverAssignment>, OverAssignment> OverAssignmentForm(
        RecordBuilder<OverAssignment> record)
    {
        var plan = record.Required("plan", static x => x.Plan, Forms.NotNegative);
        var assigned = record.Required("assigned", static x => x.Assigned, Forms.NotNegative);
        var heads = record.Required("heads", static x => x.Heads, Forms.CountOrZero);
        return values => new OverAssignment
        {
            Plan = values.Get(plan),
            Assigned = values.Get(assigned),
            Heads = values.Get(heads),
        };
    }

    private static Func<Values<OverAssignmentSummary>, OverAssignmentSummary> OverAssignmentSummaryForm(
        RecordBuilder<OverAssignmentSummary> record)
    {
        var segments = record.Optional("segments", static x => x.Segments);
        var total = record.Required("total", static x => x.Total);
        return values => new OverAssignmentSummary
        {
            Segments = values.Get(segments),
            Total = values.Get(total),
        };
    }

    private static Func<Values<AttainmentOptions>, AttainmentOptions> AttainmentOptionsForm(
        RecordBuilder<AttainmentOptions> record)
    {
        var edges = record.Optional("edges", static x => x.Edges, fallback: new AttainmentOptions().Edges);
        var method = record.Optional("method", static x => x.Method);
        var confidence = record.Optional(
            "confidence", static x => x.Confidence, fallback: new AttainmentOptions().Confidence);
        return values => new AttainmentOptions
        {
            Edges = values.Get(edges),
            Method = values.Get(method),
            Confidence = values.Get(confidence),
        };
    }

    private static Func<Values<AttainmentBand>, AttainmentBand> AttainmentBandForm(
        RecordBuilder<AttainmentBand> record)
    {
        var from = record.Required("from", static x => x.From, Forms.NotNegative);
        var to = record.Optional("to", static x => x.To);
        var count = record.Required("count", static x => x.Count, Forms.CountOrZero);
        var share = record.Required("share", static x => x.Share, Forms.Share);
        return values => new AttainmentBand
        {
            From = values.Get(from),
            To = values.Get(to),
            Count = values.Get(count),
            Share = values.Get(share),
        };
    }

    private static Func<Values<AttainmentProfile>, AttainmentProfile> AttainmentProfileForm(
        RecordBuilder<AttainmentProfile> record)
    {
        var count = record.Required("count", static x => x.Count, Forms.CountOrZero);
        var mean = record.Optional("mean", static x => x.Mean);
        var p10 = record.Optional("p10", static x => x.P10);
        var p25 = record.Optional("p25", static x => x.P25);
        var median = record.Optional("median", static x => x.Median);
        var p75 = record.Optional("p75", static x => x.P75);
        var p90 = record.Optional("p90", static x => x.P90);
        var atQuotaCount = record.Required("atQuotaCount", static x => x.AtQuotaCount, Forms.CountOrZero);
        var atQuotaInterval = record.Optional("atQuotaInterval", static x => x.AtQuotaInterval);
        var bands = record.Optional("bands", static x => x.Bands);
        return values => new AttainmentProfile
        {
            Count = values.Get(count),
            Mean = values.Get(mean),
            P10 = values.Get(p10),
            P25 = values.Get(p25),
            Median = values.Get(median),
            P75 = values.Get(p75),
            P90 = values.Get(p90),
            AtQuotaCount = values.Get(atQuotaCount),
            AtQuotaInterval = values.Get(atQuotaInterval),
            Bands = values.Get(bands),
        };
    }

    private static Func<Values<TeamBookings>, TeamBookings> TeamBookingsForm(RecordBuilder<TeamBookings> record)
    {
        var heads = record.Required("heads", static x => x.Heads, Forms.CountOrZero);
        var quota = record.Required("quota", static x => x.Quota, Forms.NotNegative);
        var expected = record.Required("expected", static x => x.Expected);
        var standardDeviation = record.Required("standardDeviation", static x => x.StandardDeviation);
        var headsAtQuota = record.Required("headsAtQuota", static x => x.HeadsAtQuota);
        return values => new TeamBookings
        {
            Heads = values.Get(heads),
            Quota = values.Get(quota),
            Expected = values.Get(expected),
            StandardDeviation = values.Get(standardDeviation),
            HeadsAtQuota = values.Get(headsAtQuota),
        };
    }

    private static Func<Values<ExpansionAccount>, ExpansionAccount> ExpansionAccountForm(
        RecordBuilder<ExpansionAccount> record)
    {
        var account = record.Required("account", static x => x.Account, Forms.Name);
        var arr = record.Required("arr", static x => x.Arr, Forms.NotNegative);
        var ceiling = record.Required("ceiling", static x => x.Ceiling, Forms.NotNegative);
        return values => new ExpansionAccount
        {
            Account = values.Get(account),
            Arr = values.Get(arr),
            Ceiling = values.Get(ceiling),
        };
    }

    private static Func<Values<ExpansionTeam>, ExpansionTeam> ExpansionTeamForm(RecordBuilder<ExpansionTeam> record)
    {
        var name = record.Required("name", static x => x.Name, Forms.Name);
        var capacity = record.Required("capacity", static x => x.Capacity, Forms.CountOrZero);
        var accounts = record.Optional("accounts", static x => x.Accounts, Forms.List(Forms.Name));
        return values => new ExpansionTeam
        {
            Name = values.Get(name),
            Capacity = values.Get(capacity),
            Accounts = values.Get(accounts),
        };
    }

    private static Func<Values<ExpansionTeamAccounts>, ExpansionTeamAccounts> ExpansionTeamAccountsForm(
        RecordBuilder<ExpansionTeamAccounts> record)
    {
        var team = record.Required("team", static x => x.Team, Forms.Name);
        var accounts = record.Optional("accounts", static x => x.Accounts);
        var room = record.Required("room", static x => x.Room, Forms.NotNegative);
        return values => new ExpansionTeamAccounts
        {
            Team = values.Get(team),
            Accounts = values.Get(accounts),
            Room = values.Get(room),
        };
    }

    private static Func<Values<ExpansionMove>, ExpansionMove> ExpansionMoveForm(RecordBuilder<ExpansionMove> record)
    {
        var account = record.Required("account", static x => x.Account, Forms.Name);
        var from = record.Optional("from", static x => x.From, Forms.Name!);
        var to = record.Optional("to", static x => x.To, Forms.Name!);
        return values => new ExpansionMove
        {
            Account = values.Get(account),
            From = values.Get(from),
            To = values.Get(to),
        };
    }

    private static Func<Values<ExpansionAssignment>, ExpansionAssignment> ExpansionAssignmentForm(
        RecordBuilder<ExpansionAssignment> record)
    {
        var teams = record.Optional("teams", static x => x.Teams);
        var left = record.Optional("left", static x => x.Left);
        var moves = record.Optional("moves", static x => x.Moves);
        var coveredRoom = record.Required("coveredRoom", static x => x.CoveredRoom, Forms.NotNegative);
        var currentRoom = record.Required("currentRoom", static x => x.CurrentRoom, Forms.NotNegative);
        var leftRoom = record.Required("leftRoom", static x => x.LeftRoom, Forms.NotNegative);
        return values => new ExpansionAssignment
        {
            Teams = values.Get(teams),
            Left = values.Get(left),
            Moves = values.Get(moves),
            CoveredRoom = values.Get(coveredRoom),
            CurrentRoom = values.Get(currentRoom),
            LeftRoom = values.Get(leftRoom),
        };
    }
}
