#!/usr/bin/env python3
"""Changes one place of the engine at a time and says which changes no test notices.

  eng/mutants.py [--most N] [--seed N] FOLDER [FOLDER ...]

A folder is one under src, such as src/Foedus.Engine/Who. Each mutant swaps one operator, bound or truth value, builds the engine
and runs the provisions, the witnesses, the second judge and the tests of votes and powers; what survives is printed with its line.
The source is put back after each, also when the run is stopped. Works on a copy of the tree, never on the tree itself.
"""
import argparse, os, random, re, shutil, subprocess, sys, tempfile

SWAPS = [
    (r' >= ', ' > '), (r' <= ', ' < '), (r' > ', ' >= '), (r' < ', ' <= '), (r' == ', ' != '), (r' != ', ' == '),
    (r' && ', ' || '), (r' \|\| ', ' && '), (r'\btrue\b', 'false'), (r'\bfalse\b', 'true'), (r' \+ 1\b', ' + 0'), (r' - 1\b', ' - 0'),
    (r'Truth\.Yes\b', 'Truth.No'), (r'Truth\.No\b', 'Truth.Yes'), (r'\.All\(', '.Any('), (r'\.Any\(', '.All('),
]
TESTS = [
    ('Foedus.Cli.Tests', ['*ProvisionTests']),
    ('Foedus.Engine.Tests', ['*Witness*', '*SecondJudge*', '*ExampleCases*', '*Law*']),
]


def places(root, folders):
    for folder in folders:
        for path, _, names in os.walk(os.path.join(root, folder)):
            for name in sorted(names):
                if not name.endswith('.cs'):
                    continue
                file = os.path.join(path, name)
                for number, line in enumerate(open(file, encoding='utf-8')):
                    bare = line.strip()
                    if bare.startswith(('//', '[', 'using', 'namespace')) or '=>' in bare and bare.startswith('case'):
                        continue
                    for pattern, swap in SWAPS:
                        for hit in re.finditer(pattern, line):
                            if line[:hit.start()].count('"') % 2 == 0:
                                yield file, number, hit.start(), hit.end(), swap


def run(command, cwd, seconds):
    try:
        return subprocess.run(command, cwd=cwd, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, timeout=seconds).returncode
    except subprocess.TimeoutExpired:
        return 124


def main():
    given = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    given.add_argument('folders', nargs='+')
    given.add_argument('--most', type=int, default=50)
    given.add_argument('--seed', type=int, default=1)
    asked = given.parse_args()
    root = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
    copy = tempfile.mkdtemp(prefix='mutants-')
    tree = os.path.join(copy, 'tree')
    files = subprocess.run(['git', 'ls-files', '-z'], cwd=root, stdout=subprocess.PIPE, check=True).stdout.decode().split('\0')
    for name in filter(None, files):
        os.makedirs(os.path.dirname(os.path.join(tree, name)), exist_ok=True)
        shutil.copy2(os.path.join(root, name), os.path.join(tree, name))
    quick = ['-c', 'Debug', '-v', 'quiet', '-nodeReuse:false', '-p:RunAnalyzers=false', '-p:TreatWarningsAsErrors=false']
    for project, _ in TESTS:
        if run(['dotnet', 'build', 'tests/' + project] + quick, tree, 900):
            sys.exit('the tree does not build')
    chosen = list(places(tree, asked.folders))
    random.Random(asked.seed).shuffle(chosen)
    killed, survived, unbuilt = 0, [], 0
    for file, number, start, end, swap in chosen[:asked.most]:
        text = open(file, encoding='utf-8').read()
        lines = text.splitlines(keepends=True)
        was = lines[number]
        lines[number] = was[:start] + swap + was[end:]
        open(file, 'w', encoding='utf-8').write(''.join(lines))
        where = os.path.relpath(file, tree) + ':' + str(number + 1)
        try:
            project = os.path.relpath(file, os.path.join(tree, 'src')).split(os.sep)[0]
            if run(['dotnet', 'build', 'src/' + project] + quick, tree, 600):
                unbuilt += 1
                continue
            alive = True
            for tests, classes in TESTS:
                out = os.path.join(tree, 'tests', tests, 'bin', 'Debug', 'net10.0')
                shutil.copy2(os.path.join(tree, 'src', project, 'bin', 'Debug', 'net10.0', project + '.dll'), out)
                if alive and run(['dotnet', os.path.join(out, tests + '.dll'), '-noLogo', '-noColor'] + [w for c in classes for w in ('-class', c)], tree, 300):
                    alive = False
            if alive:
                survived.append(where)
                print(f'survives {where}\n  - {was.strip()}\n  + {lines[number].strip()}', flush=True)
            else:
                killed += 1
        finally:
            open(file, 'w', encoding='utf-8').write(text)
    shutil.rmtree(copy, ignore_errors=True)
    print(f'{killed} killed, {len(survived)} survived, {unbuilt} did not build')


if __name__ == '__main__':
    main()
