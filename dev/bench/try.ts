import { timeTurns } from './turn-speed';
timeTurns({storage:async()=>'',prefix:()=>'',rounds:3}).then(f=>console.log(JSON.stringify(f)),e=>{console.log(e);process.exit(1)});
