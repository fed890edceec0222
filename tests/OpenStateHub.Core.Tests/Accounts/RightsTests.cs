using OpenStateHub.Core.Accounts;

namespace OpenStateHub.Core.Tests.Accounts;

/// <summary>The table of rights, pair by pair: a right given or taken by accident fails.</summary>
public sealed class RightsTests
{
    // Columns: the roles in their order. x: may.
    private const string Table =
        """
        EnterBackOffice  x x x x x . x x
        ManagePeople     x . . . . . . .
        ManageSettings   x . . . . . . .
        ManageMail       x . . . . . . .
        EditPlans        x . . . . . . .
        KeepFiles        x . . . . . . .
        SeatSecretariat  x . . . . . . .
        HoldSessions     x . . . . . . .
        Moderate         x . . . . . . .
        AnswerCalls      . x . . . . . .
        Vote             . x . . . . . .
        VerifyForSector  . x . . . . . .
        SignMinutes      . x . . . . . .
        ReportProgress   . . x . . . . .
        RunTable         . . . x . . . .
        ProposeAnswers   . . . x . . . .
        MarkScales       . . . . x . . .
        TakePart         . . . . . x . .
        SeeDashboards    . . . . . . x .
        Assist           . . . . . . x .
        JoinNetwork      x . . . . . . .
        InvitePlaces     . . . . . . x x
        ProvisionPlaces  . . . . . . . x
        SuspendPlaces    . . . . . . . x
        ExportPlaces     . . . . . . . x
        RestorePlaces    . . . . . . . x
        RunJobs          . . . . . . . x
        """;

    [Fact]
    public void Every_role_has_exactly_its_rights()
    {
        var lines = Table.Split('\n').Select(line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries)).ToDictionary(line => Enum.Parse<Right>(line[0]));

        Assert.Equal(Rights.All, lines.Keys.Order());
        Assert.All(
            from right in Rights.All from role in Roles.All select (right, role),
            pair => Assert.Equal((pair, lines[pair.right][1 + (int)pair.role] == "x"), (pair, pair.role.May(pair.right))));
    }
}
